using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Hillock.Release.Tests;

/// <summary>What <c>dotnet pack</c> makes is what a new user wants.</summary>
public class Packages(Feed feed) : IClassFixture<Feed>
{
    public static TheoryData<string> Libraries => ["Hillock", "Hillock.Tensors", "Hillock.Training", "Hillock.Lab"];

    public static TheoryData<string> All => [.. Libraries.Select(row => row.Data), "Hillock.Tool"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_what_it_is(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        var nuspec = Nuspec(package, id);
        nuspec["id"].ShouldBe(id);
        nuspec["version"].ShouldBe(Feed.Version);
        nuspec["license"].ShouldBe("MIT");
        nuspec["description"].Length.ShouldBeGreaterThan(20);
        nuspec["tags"].ShouldContain("activation-functions");
        Text(package, nuspec["readme"]).ShouldBe(File.ReadAllText(Repository.Path("README.md")));
        Text(package, "LICENSE").ShouldBe(File.ReadAllText(Repository.Path("LICENSE")));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_comes_with_documentation_and_symbols_and_is_built_reproducibly(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        XDocument.Parse(Text(package, $"lib/net10.0/{id}.xml")).Descendants("summary").ShouldNotBeEmpty();
        using var symbols = ZipFile.OpenRead(feed.Package(id, "snupkg"));
        symbols.GetEntry($"lib/net10.0/{id}.pdb").ShouldNotBeNull();
        using var dll = new MemoryStream();
        package.GetEntry($"lib/net10.0/{id}.dll").ShouldNotBeNull().Open().CopyTo(dll);
        dll.Position = 0;
        using var assembly = new PEReader(dll);
        assembly.ReadDebugDirectory().ShouldContain(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Fact]
    public void The_library_needs_no_other_package()
    {
        using var package = ZipFile.OpenRead(feed.Package("Hillock"));
        Text(package, "Hillock.nuspec").ShouldNotContain("<dependency ");
    }

    [Theory]
    [InlineData("Hillock", "TenLines")]
    [InlineData("Hillock.Tensors", "OverTensors")]
    [InlineData("Hillock.Training", "TrainANetwork")]
    public async Task In_an_empty_project_a_package_does_what_the_sample_does(string id, string sample)
    {
        using var scratch = new Scratch();
        // Packages of their own folder: one of the same version from elsewhere must not take its place.
        scratch.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="feed" value="{feed.Folder}" /></packageSources>
            </configuration>
            """);
        scratch.Write("Try.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="{id}" Version="{Feed.Version}" /></ItemGroup>
            </Project>
            """);
        File.Copy(Repository.Path($"samples/{sample}/Program.cs"), scratch["Program.cs"]);
        await Command.Build(scratch.Folder, "build", "-o", "out");
        (await Command.Run("dotnet", scratch.Folder, "out/Try.dll")).ShouldBe(await Command.Sample(sample));
    }

    [Fact]
    public async Task The_tool_is_installed_and_answers_to_hillock()
    {
        using var scratch = new Scratch();
        await Command.Run("dotnet", scratch.Folder, "tool", "install", "Hillock.Tool", "--tool-path", "tools", "--add-source", feed.Folder);
        var hillock = scratch[Path.Combine("tools", OperatingSystem.IsWindows() ? "hillock.exe" : "hillock")];
        (await Command.Run(hillock, scratch.Folder, "--version")).ShouldStartWith(Feed.Version);
        (await Command.Run(hillock, scratch.Folder, "list")).ShouldContain("gelu_tanh");
    }

    private static Dictionary<string, string> Nuspec(ZipArchive package, string id) =>
        XDocument.Parse(Text(package, $"{id}.nuspec")).Root!.Elements().Single().Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name).ShouldNotBeNull().Open());
        return reader.ReadToEnd();
    }
}
