namespace Hillock.Lab;

/// <summary>What is usual in a kind of network, and who does it.</summary>
/// <param name="Networks">The kinds, by name, separated by blanks.</param>
/// <param name="Activation">The activation; empty where it is not elementwise, see <see cref="Form"/>.</param>
/// <param name="Points">How much it counts beside others: 3 for the usual choice.</param>
/// <param name="Setting">Where it is used.</param>
/// <param name="Source">Where that is written: a paper, or the file of a program.</param>
public sealed record Practice(string Networks, string Activation, double Points, string Setting, string Source)
{
    /// <summary>The item of a plan where it is no elementwise function: a gated pair.</summary>
    public string Form { get; init; } = "";

    /// <summary>When it is usual; <c>null</c> for always.</summary>
    public Func<Question, bool>? When { get; init; }

    /// <summary>Whether it is usual for what is asked.</summary>
    public bool Fits(Question question) => Networks.Split(' ').Contains(question.Network.Name) && When?.Invoke(question) != false;
}

/// <summary>The table of usual choices.</summary>
public static class PracticeTable
{
    private const string Images = "cnn resnet", Tables = "rtdl-revisiting-models (Gorishniy et al. 2021, arXiv:2106.11959)", Transformers = "transformers/activations.py";

    /// <summary>All rows.</summary>
    public static IReadOnlyList<Practice> Rows { get; } =
    [
        new("mlp autoencoder", "relu", 2, "the default of multilayer perceptrons", "scikit-learn MLPClassifier(activation=\"relu\")"),
        new(Images, "relu", 3, "VGG, ResNet, NASNet", "keras/src/applications"),
        new(Images, "hard_swish", 4, "MobileNetV3, with ReLU in its first layers", "Howard et al. 2019, arXiv:1905.02244; keras/src/applications/mobilenet_v3.py")
            { When = question => question.Device.IsMobile },
        new(Images, "relu6", 4, "MobileNetV2", "Sandler et al. 2018, arXiv:1801.04381; keras/src/applications/mobilenet_v2.py")
            { When = question => question.Device.IsMobile },
        new(Images, "silu", 2, "EfficientNet (as swish)", "keras/src/applications/efficientnet.py"),
        new(Images, "gelu", 2, "ConvNeXt", "keras/src/applications/convnext.py"),
        new(Images, "leaky_relu(alpha=0.1)", 2, "YOLO up to version 3", "Redmon et al. 2016, arXiv:1506.02640"),
        new(Images, "mish", 1.5, "YOLOv4", "Bochkovskiy, Wang and Liao 2020, arXiv:2004.10934"),
        new("lstm gru", "tanh", 4, "the cell of LSTM and GRU, with sigmoid gates", "keras/src/layers/rnn/lstm.py (activation=\"tanh\", recurrent_activation=\"sigmoid\")"),
        new("transformer", "gelu", 3, "BERT", $"{Transformers} (\"gelu\")"),
        new("transformer", "gelu_tanh", 2.5, "GPT-2, and Gemma's gate", $"{Transformers} (\"gelu_new\", \"gelu_pytorch_tanh\")"),
        new("transformer", "silu", 2, "the gate of LLaMA's SwiGLU", "transformers/models/llama/configuration_llama.py (hidden_act=\"silu\")"),
        new("transformer", "squared_relu", 2, "Primer, Nemotron, BitNet", "So et al. 2021, arXiv:2109.08668; Nemotron's configuration (\"relu2\")"),
        new("transformer", "xielu", 1.5, "lower perplexity than ReLU² and SwiGLU at 1.1 and 3 billion weights", "Huang and Schlag 2024, arXiv:2411.13010"),
        new("transformer", "relu", 1, "the first transformer", "Vaswani et al. 2017, arXiv:1706.03762"),
        new("transformer", "", 2.5, "the LLaMA family: a gated pair, two thirds as wide", "Shazeer 2020, arXiv:2002.05202; transformers/models/llama/configuration_llama.py")
            { Form = "gated swiglu" },
        new("transformer", "", 2, "Gemma", "Shazeer 2020, arXiv:2002.05202; Gemma's configuration") { Form = "gated geglu" },
        new("siren", "sine", 4, "SIREN, sin(30x)", "Sitzmann et al. 2020, arXiv:2006.09661; vsitzmann/siren/modules.py"),
        new("siren", "gabor", 2, "WIRE, a complex Gabor wavelet", "Saragadam et al. 2023, arXiv:2301.05187"),
        new("siren", "hosc", 1.5, "HOSC, for sharp edges", "Serrano et al. 2024, arXiv:2401.10967"),
        new("pinn", "tanh", 3, "physics-informed networks; SIREN's authors keep it with Glorot's weights", "Raissi, Perdikaris and Karniadakis 2019, doi:10.1016/j.jcp.2018.10.045; vsitzmann/siren/modules.py"),
        new("pinn", "sine", 2.5, "SIREN for equations", "Sitzmann et al. 2020, arXiv:2006.09661"),
        new("tabular", "relu", 3, "the MLP and the ResNet of the comparison", Tables),
        new("tabular", "selu", 2, "self-normalising networks", "Klambauer et al. 2017, arXiv:1706.02515") { When = question => question.Normalization.Holds is null },
        new("rl", "tanh", 3, "on-policy learning: A2C, PPO; the policy's last weights 100 times smaller", "stable_baselines3/common/policies.py; Andrychowicz et al. 2020, arXiv:2006.05990"),
        new("rl", "relu", 3, "off-policy learning: DQN, SAC, TD3", "stable_baselines3 policies"),
        new("rl", "silu", 2.5, "DreamerV3, with RMS norm everywhere", "dreamerv3/configs.yaml; Hafner et al. 2023, arXiv:2301.04104"),
        new("gan", "leaky_relu(alpha=0.2)", 4, "discriminators", "Radford, Metz and Chintala 2015, arXiv:1511.06434"),
    ];
}
