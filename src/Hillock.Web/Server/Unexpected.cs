using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>Bad input becomes a sentence with status 400; everything else that fails says no more than that it failed.</summary>
internal static class Unexpected
{
    /// <summary>Answers what the rest of the site threw.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The last resort of a server: whatever it is, the visitor gets a sentence and no trace of our inside.")]
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (HillockException e) when (!context.Response.HasStarted)
        {
            await Say(context, StatusCodes.Status400BadRequest, e.Message);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Say(context, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "That is more than this site takes." : "The request is not what this page sends.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more.
        }
        catch (Exception) when (!context.Response.HasStarted)
        {
            await Say(context, StatusCodes.Status500InternalServerError, "Something failed here; the page can be loaded again.");
        }
    }

    private static Task Say(HttpContext context, int status, string message)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        SecurityHeaders.Add(context.Response.Headers);
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? PlainPage.Write(context, status, "That does not work", System.Net.WebUtility.HtmlEncode(message))
            : context.Response.WriteAsJsonAsync(new { error = message });
    }
}
