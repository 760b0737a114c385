using System.Collections.Concurrent;

namespace Hillock.Lab.Tests;

public sealed class SuiteTests
{
    /// <summary>Of the planted faults at least so many are found; of the healthy networks at most so many are accused.</summary>
    private const double Recall = 0.95, FalseAlarms = 0.1;

    [Fact]
    public void Planted_faults_are_found_and_healthy_networks_left_alone()
    {
        var stop = TestContext.Current.CancellationToken;
        var found = new ConcurrentDictionary<Planted, IReadOnlyList<Finding>>();
        Parallel.ForEach(
            [.. PlantedFaults.All, .. HealthyNetworks.All],
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop },
            planted => found[planted] = planted.Find(stop));
        string[] missed = [.. PlantedFaults.All.Where(fault => fault.Hit(found[fault]) is null).Select(fault => $"{fault.Fault}: {string.Join("; ", found[fault])}")];
        string[] alarms = [.. HealthyNetworks.All.Where(healthy => found[healthy].Count > 0).Select(healthy => $"{healthy}: {string.Join("; ", found[healthy])}")];
        (missed.Length / (double)PlantedFaults.All.Count).ShouldBeLessThanOrEqualTo(1 - Recall, string.Join('\n', missed));
        (alarms.Length / (double)HealthyNetworks.All.Count).ShouldBeLessThanOrEqualTo(FalseAlarms, string.Join('\n', alarms));
        FindingsPage.ShouldBeUpToDate(found);
    }
}
