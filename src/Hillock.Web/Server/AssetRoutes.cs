using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Hillock.Web;

/// <summary>Scripts, styles and pictures, all of them inside this assembly.</summary>
internal static class AssetRoutes
{
    private const string Folder = "assets/";

    private static readonly Dictionary<string, Asset> Assets = Read();

    /// <summary>Adds them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/" + Folder + "{**name}", (string name, HttpContext context) =>
    {
        if (!Assets.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }
        // A browser asks whether its copy is still right, and is told so in a few bytes.
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(asset.Bytes, asset.Type, entityTag: asset.Tag);
    });

    private static Dictionary<string, Asset> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var types = new FileExtensionContentTypeProvider();
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var type = types.TryGetContentType(resource, out var found) ? found : "application/octet-stream";
            assets[resource[Folder.Length..].Replace('\\', '/')] = new(bytes, type, new($"\"{Convert.ToHexString(SHA256.HashData(bytes))[..16]}\""));
        }
        return assets;
    }

    private sealed record Asset(byte[] Bytes, string Type, EntityTagHeaderValue Tag);
}
