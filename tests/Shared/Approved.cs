namespace Hillock.Tests;

/// <summary>Files that are written from the code and kept: a change of them is a change that a reviewer sees.</summary>
/// <remarks>To approve a change, run the tests with HILLOCK_APPROVE=1 and commit the file.</remarks>
internal static class Approved
{
    /// <summary>Holds a kept file against what the code says now.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">What it ought to say, with lines that end in \n.</param>
    /// <param name="why">What is stale where they differ, and how it is written anew.</param>
    public static void ShouldSay(string path, string now, string why)
    {
        if (Environment.GetEnvironmentVariable("HILLOCK_APPROVE") == "1")
        {
            File.WriteAllText(path, now);
        }
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(now, why);
    }
}
