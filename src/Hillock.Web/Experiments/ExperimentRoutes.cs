using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hillock.Web;

/// <summary>The pages of Experiments. Names are looked up in the store's own list and never made part of a path.</summary>
internal static class ExperimentRoutes
{
    private const string One = "/experiments/{id}";

    /// <summary>Adds them.</summary>
    public static void MapExperiments(this IEndpointRouteBuilder routes)
    {
        var bench = new Bench(
            routes.ServiceProvider.GetRequiredService<SiteOptions>(), routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        var (store, snapshots) = (bench.Store, new Snapshots(bench.Store));
        routes.MapGet("/experiments", (HttpRequest request) =>
            List(store, Whole(request, "skip") ?? 0, null));
        routes.MapGet("/experiments/new", (HttpRequest request) =>
            Form(StartForm.Of(name => request.Query[name] is [{ Length: > 0 } value] ? value : null), bench.Running, null));
        routes.MapGet("/experiments/compare", (HttpRequest request) => Compared(store, [.. request.Query["id"].OfType<string>()]));
        routes.MapPost("/experiments", async (HttpRequest request) =>
        {
            Refuse.Unless(request.HasFormContentType, "the fields of a form are wanted here");
            var fields = await request.ReadFormAsync();
            var form = StartForm.Of(name => fields[name] is [{ } value] ? value : null);
            try
            {
                return Results.LocalRedirect($"/experiments/{await bench.Start(form)}");
            }
            catch (HillockException e)
            {
                return Form(form, bench.Running, e.Message);
            }
        });
        routes.MapGet(One, (string id, HttpRequest request) => Of(store, id, () => Page<ExperimentPage>(new()
        {
            [nameof(ExperimentPage.View)] = snapshots.Of(id, Whole(request, "part")),
            [nameof(ExperimentPage.IsOurs)] = bench.Running == id,
            [nameof(ExperimentPage.Others)] = (IReadOnlyList<string>)[.. store.Ids().Where(other => other != id).Take(ExperimentPage.MostOthers)],
        })));
        routes.MapGet(One + "/live", (string id, HttpRequest request) => Of(store, id, () =>
            snapshots.Of(id) is var view && (view.Settings is null || request.Query["seen"] == view.Version) ? Results.NoContent() : Page<ExperimentLive>(new() { [nameof(ExperimentLive.View)] = view })));
        routes.MapGet(One + "/report", (string id, HttpContext context) => Of(store, id, () =>
        {
            using var folder = store.Open(id);
            return StoredReport.Answer(context, folder, context.Request.Query.ContainsKey("download"));
        }));
        routes.MapPost(One + "/stop", async (string id) =>
        {
            await bench.Stop(id);
            snapshots.Forget(id);
            return Results.LocalRedirect($"/experiments/{id}");
        });
        routes.MapPost(One + "/delete", (string id) => !store.Ids().Contains(id) ? Missing() : Removed(store, snapshots, id));
    }

    private static IResult Removed(RunStore store, Snapshots snapshots, string id)
    {
        store.Remove(id);
        snapshots.Forget(id);
        return Results.LocalRedirect("/experiments");
    }

    /// <summary>What there is of an experiment, if there is one; a page that says what is wrong where its files are broken.</summary>
    private static IResult Of(RunStore store, string id, Func<IResult> answer)
    {
        if (!store.Ids().Contains(id))
        {
            return Missing();
        }
        if (!store.IsRecorded(id))
        {
            return Page<BrokenExperiment>(new() { [nameof(BrokenExperiment.Id)] = id, [nameof(BrokenExperiment.Wrong)] = "It ended before anything was recorded." });
        }
        try
        {
            return answer();
        }
        catch (HillockException e)
        {
            return Page<BrokenExperiment>(new() { [nameof(BrokenExperiment.Id)] = id, [nameof(BrokenExperiment.Wrong)] = e.Message }, StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Compared(RunStore store, string[] ids)
    {
        if (ids.Length != 2)
        {
            return List(store, 0, $"{ids.Length} experiments are ticked; two can be compared.");
        }
        if (ids.Except(store.Ids()).Any())
        {
            return Missing();
        }
        using ExperimentFolder first = store.Open(ids[0]), second = store.Open(ids[1]);
        return Page<ExperimentComparison>(new() { [nameof(ExperimentComparison.Result)] = RunsComparison.Of(first, second) });
    }

    private static IResult List(RunStore store, int skip, string? wrong) => Page<ExperimentList>(
        new() { [nameof(ExperimentList.Store)] = store, [nameof(ExperimentList.Skip)] = skip, [nameof(ExperimentList.Wrong)] = wrong },
        wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static IResult Form(StartForm form, string? running, string? wrong) => Page<NewExperiment>(
        new() { [nameof(NewExperiment.Form)] = form, [nameof(NewExperiment.Running)] = running, [nameof(NewExperiment.Wrong)] = wrong },
        wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static IResult Missing() => Page<Missing>([], StatusCodes.Status404NotFound);

    private static IResult Page<T>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : Microsoft.AspNetCore.Components.IComponent => new RazorComponentResult<T>(parameters) { StatusCode = status };

    private static int? Whole(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
