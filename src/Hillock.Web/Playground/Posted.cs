using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>What a script of the page has sent.</summary>
internal static class Posted
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="HillockException">It is no JSON, or not what is wanted; the message says where.</exception>
    public static async Task<T> Json<T>(HttpContext context)
        where T : class
    {
        Refuse.Unless(context.Request.HasJsonContentType(), "JSON is wanted here");
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted) ?? throw new HillockException("JSON is wanted here, and null is sent");
        }
        catch (JsonException e)
        {
            throw new HillockException($"what is sent does not suit: {(string.IsNullOrEmpty(e.Path) || e.Path == "$" ? "it is not readable as JSON of this kind" : $"look at {Shown.Quoted(e.Path)}")}", e);
        }
    }
}
