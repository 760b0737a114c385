using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>Refuses requests that name another host, or that another site has caused.</summary>
/// <remarks>
/// A name that points to this machine (DNS rebinding) would make a foreign page same-origin with us; it betrays itself by the host it
/// names. Event streams are checked like all else.
/// </remarks>
internal sealed class Origins(SiteOptions options)
{
    /// <summary>Lets a request pass or answers it.</summary>
    public Task Invoke(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOurs(request.Host))
        {
            return PlainPage.Write(context, StatusCodes.Status421MisdirectedRequest, "Not this host", "This site answers to the address it was started with alone.");
        }
        var origin = request.Headers.Origin.ToString();
        var fetched = request.Headers["Sec-Fetch-Site"].ToString();
        var foreign = (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}")
            || (fetched is "cross-site" or "same-site" && (!HttpMethods.IsGet(request.Method) || request.Headers["Sec-Fetch-Mode"] != "navigate"));
        return foreign
            ? PlainPage.Write(context, StatusCodes.Status403Forbidden, "Not from here", "Another site has caused this request.")
            : next(context);
    }

    private bool IsOurs(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]" || host.Host.Trim('[', ']') == options.Address.ToString();
}
