using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Hillock.Web;

/// <summary>Lets in who comes with the token from the address that was printed, and knows them again by a cookie.</summary>
/// <remarks>
/// Without it every program on the machine, and every web page that can guess the port, could start trainings. The cookie is not sent with
/// requests that other sites cause (SameSite=Strict), and no script can read it (HttpOnly).
/// </remarks>
internal sealed class Gate(string? token)
{
    /// <summary>Where the token is exchanged for the cookie.</summary>
    public const string Path = "/enter";

    private readonly string _cookie = Secret();

    /// <summary>Cookies know no ports: each site that runs on this machine has a name of its own.</summary>
    public string Name { get; } = $"hillock-{Secret()[..8]}";

    private readonly bool _once = token is null;
    private int _used;

    /// <summary>The token.</summary>
    public string Token { get; } = token ?? Secret();

    /// <summary>What to put behind the site's address to get in.</summary>
    public string Query => $"{Path}?token={Uri.EscapeDataString(Token)}";

    /// <summary>Lets a request pass or answers it.</summary>
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == Path && HttpMethods.IsGet(context.Request.Method))
        {
            await Enter(context);
        }
        else if (context.Request.Cookies.TryGetValue(Name, out var cookie) && Same(cookie, _cookie))
        {
            await next(context);
        }
        else
        {
            await PlainPage.Write(context, StatusCodes.Status403Forbidden, "The door is closed",
                "Open the address that <code>hillock serve</code> has printed in the terminal; it lets this browser in.");
        }
    }

    private Task Enter(HttpContext context)
    {
        var known = context.Request.Cookies.TryGetValue(Name, out var cookie) && Same(cookie, _cookie);
        if (!known && !(Same(context.Request.Query["token"].ToString(), Token) && (!_once || Interlocked.Exchange(ref _used, 1) == 0)))
        {
            return PlainPage.Write(context, StatusCodes.Status403Forbidden, "This address lets in once",
                "It has been used, or it is not the one that was printed. Start <code>hillock serve</code> again for a new one.");
        }
        context.Response.Cookies.Append(Name, _cookie, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        // A redirect would still count as caused by whoever linked here, and the cookie would stay behind; a page that goes on does not.
        context.Response.Headers["Refresh"] = "0;url=/";
        return PlainPage.Write(context, StatusCodes.Status200OK, "Come in", "<a href=\"/\">Go on</a>");
    }

    private static bool Same(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));

    private static string Secret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
