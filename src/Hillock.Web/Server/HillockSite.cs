using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hillock.Web;

/// <summary>The explorer and playground, a web site for whoever sits at this machine.</summary>
public sealed class HillockSite : IAsyncDisposable
{
    /// <summary>No form and no file that is sent here needs more.</summary>
    private const long LargestRequest = 2 << 20;

    /// <summary>A formula of a thousand characters that are three bytes each, every byte written as three.</summary>
    private const int LongestAddress = 16 << 10;

    private const double SlowestBytes = 10_000;

    private readonly WebApplication _app;
    private readonly Gate _gate;

    /// <summary>Makes it; <see cref="StartAsync"/> opens it.</summary>
    /// <param name="options">Where it listens, and what it may use.</param>
    public HillockSite(SiteOptions options)
        : this(options, null)
    {
    }

    internal HillockSite(SiteOptions options, Action<IWebHostBuilder>? host)
    {
        ArgumentNullException.ThrowIfNull(options);
        _gate = new(options.Token);
        // Nothing of the environment, no settings file, no folder: all the site is lies in this assembly.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(HillockSite).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
            // Who sends or reads slower than this keeps a place from others.
            kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate = new(SlowestBytes, TimeSpan.FromSeconds(5));
            kestrel.Listen(options.Address, options.Port);
        });
        host?.Invoke(builder.WebHost);
        builder.Services.AddRoutingCore().AddSingleton(options).AddResponseCompression(compression => compression.EnableForHttps = false);
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAntiforgery(forgery => (forgery.HeaderName, forgery.FormFieldName, forgery.Cookie.SameSite) = (Forgery.Header, Forgery.Field, SameSiteMode.Strict));
        // Cookies know no ports: each site on this machine needs a name of its own.
        builder.Services.Configure<AntiforgeryOptions>(forgery => forgery.Cookie.Name = _gate.Name + "-form");
        builder.Services.Configure<HostOptions>(hosting => hosting.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        _app = builder.Build();
        var (origins, forgery) = (new Origins(options), new Forgery(_app.Services.GetRequiredService<IAntiforgery>()));
        _app.Use(SecurityHeaders.Invoke);
        _app.Use(Unexpected.Invoke);
        _app.Use(origins.Invoke);
        _app.Use(_gate.Invoke);
        _app.Use(forgery.Invoke);
        _app.UseResponseCompression();
        _app.UseRouting();
        _app.MapAssets();
        _app.MapFunctions();
        _app.MapPlayground();
        _app.MapLessons();
        _app.MapExperiments();
        _app.MapGet("/", () => new RazorComponentResult<Home>());
        _app.MapGet("{**path}", () => new RazorComponentResult<Missing> { StatusCode = StatusCodes.Status404NotFound });
    }

    /// <summary>The address to open, with the token that lets in.</summary>
    public Uri Address
    {
        get
        {
            var bound = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return new Uri(bound, _gate.Query);
        }
    }

    /// <summary>Opens it.</summary>
    /// <exception cref="HillockException">The port is taken, or the address is none of this machine's.</exception>
    public async Task StartAsync(CancellationToken stop = default)
    {
        try
        {
            await _app.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new HillockException($"the site cannot listen there: {e.Message.TrimEnd('.')}; choose another --port, 0 for any that is free, and an address of this machine");
        }
    }

    /// <summary>Waits until somebody asks to stop, and closes it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            await _app.StopAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal WebApplication App => _app;
}
