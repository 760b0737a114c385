using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using static System.FormattableString;

namespace Hillock.Web;

/// <summary>The page that <c>hillock compare --report</c> writes, made of what is kept.</summary>
internal static class StoredReport
{
    private const string Opening = "<style>", Closing = "</style>";

    /// <summary>Answers with it: its own styles are allowed by their hashes, and nothing else is.</summary>
    /// <exception cref="HillockException">It is not finished, or a file is broken.</exception>
    public static IResult Answer(HttpContext context, ExperimentFolder folder, bool isDownload)
    {
        if (folder.Parts() is not [.., var part])
        {
            throw new HillockException($"{folder.Id}: nothing was run.");
        }
        var page = HtmlReport.Of(part, Settings(folder.Origin, part.Settings));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {string.Join(' ', Hashes(page))}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        if (isDownload)
        {
            // Names of experiments have nothing in them that would end the quotes.
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{folder.Id}.html\"";
        }
        return Results.Text(page, "text/html; charset=utf-8");
    }

    /// <summary>What was run, line by line.</summary>
    public static IReadOnlyList<string> Settings(Origin origin, PartSettings settings)
    {
        var recipe = settings.Recipes[0];
        string Several<T>(Func<StoredRecipe, T> of) => string.Join(" | ", settings.Recipes.Select(of).Distinct().Select(value => Invariant($"{value}")));
        return
        [
            Invariant($"Data: {settings.Data.Name}, {settings.Data.Rows} rows, {settings.Data.Features} feature{(settings.Data.Features == 1 ? "" : "s")}, fingerprint {settings.Data.Fingerprint}"),
            $"Network: {Several(one => one.Network)}; first weights {Several(one => one.Initializer)}",
            Invariant($"Training: {Several(one => one.Optimizer)}, learning rate {Several(one => one.LearningRate)} ({Several(one => one.Schedule)}), batch {recipe.BatchSize}, {settings.Epochs} epochs, seeds {settings.Seeds[0]} to {settings.Seeds[^1]}"),
            $"Typed: {origin.Typed()}",
            Invariant($"Hillock {origin.Machine.Hillock}, .NET {origin.Machine.DotNet}, {origin.Machine.System}, {origin.Machine.Processor}, {origin.Machine.Processors} processors"),
        ];
    }

    /// <summary>The page has a style of its own, and each picture in it has.</summary>
    private static IEnumerable<string> Hashes(string page)
    {
        var hashes = new HashSet<string>();
        for (var at = 0; (at = page.IndexOf(Opening, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Opening.Length;
            var end = page.IndexOf(Closing, at, StringComparison.Ordinal);
            hashes.Add($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page[at..end])))}'");
        }
        return hashes;
    }
}
