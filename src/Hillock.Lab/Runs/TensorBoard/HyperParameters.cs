namespace Hillock.Lab.TensorBoard;

/// <summary>What the hparams plugin is told of a run: with it a comparison appears as a table of contestants.</summary>
/// <remarks>Numbers of fields from tensorboard/plugins/hparams: plugin_data.proto, api.proto; values are google.protobuf.Value (struct.proto).</remarks>
internal static class HyperParameters
{
    private const string Plugin = "hparams";
    private const int Success = 1, Failure = 2;

    /// <summary>The beginning of a run; runs that differ in the seed alone are of one group.</summary>
    public static Message Begin(StoredRecipe recipe, ulong seed, double seconds)
    {
        var session = new Message();
        void Text(string name, string value) => session.Add(1, new Message().Add(1, name).Add(2, new Message().Add(3, value)));
        void Number(string name, double value) => session.Add(1, new Message().Add(1, name).Add(2, new Message().Add(2, value)));
        Text("recipe", recipe.Name);
        Text("activation", recipe.Activation);
        Text("network", recipe.Network);
        Text("initializer", recipe.Initializer);
        Text("optimizer", recipe.Optimizer);
        Text("scaling", recipe.Scaling);
        Text("schedule", recipe.Schedule);
        Number("learning_rate", recipe.LearningRate);
        Number("batch_size", recipe.BatchSize);
        Number("micro_batch", recipe.MicroBatch);
        Number("seed", seed);
        session.Add(4, recipe.Name).Add(5, seconds);
        return Summaries.Told("_hparams_/session_start_info", Plugin, new Message().Add(3, session));
    }

    /// <summary>The end of a run.</summary>
    public static Message End(bool diverged, double seconds) => Summaries.Told(
        "_hparams_/session_end_info", Plugin, new Message().Add(4, new Message().Add(1, diverged ? Failure : Success).Add(2, seconds)));
}
