namespace Hillock.Web.Tests;

/// <summary>Experiments as a terminal leaves them in the site's folder.</summary>
internal static class ExperimentKept
{
    /// <summary>A small one, run to its end.</summary>
    /// <returns>Its name.</returns>
    public static string Finished(Site site, string activations = "relu,tanh", int epochs = 4)
    {
        var form = new StartForm { Activations = activations, Data = "moons", Layers = "2", Units = "8", Seeds = "2", Epochs = $"{epochs}" };
        using var folder = new RunStore(site.Runs).New(form.Origin());
        form.Experiment(1).Run(null, folder, TestContext.Current.CancellationToken);
        folder.Close();
        return folder.Id!;
    }
}
