using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>Whatever changes something must bring the token of one of our pages, in a field of its form or in a header.</summary>
internal sealed class Forgery(IAntiforgery antiforgery)
{
    /// <summary>The header in which scripts bring it.</summary>
    public const string Header = "X-Hillock-Token";

    /// <summary>The field in which forms bring it.</summary>
    public const string Field = "form";

    /// <summary>Lets a request pass or answers it.</summary>
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        // Its parts would be put into files, and nothing here sends any.
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            await PlainPage.Write(context, StatusCodes.Status415UnsupportedMediaType, "Not from one of our pages", "Nothing here is sent in parts.");
            return;
        }
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || await antiforgery.IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }
        await PlainPage.Write(context, StatusCodes.Status400BadRequest, "Not from one of our pages", "Load the page again and repeat what you did.");
    }
}
