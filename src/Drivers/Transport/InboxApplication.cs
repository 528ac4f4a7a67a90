using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport;

/// <summary>One request from head to answer, straight on the server: no routing, no middleware, no container.</summary>
internal sealed class InboxApplication : IHttpApplication<IFeatureCollection>
{
    private readonly Func<string, InboxDoor?> _doors;
    private readonly InboxRoots _roots;
    private readonly IInboxCounters _counters;
    private readonly InboxHandling _handling;
    private readonly InboxIntake _intake;
    private readonly InboxRootRequests _rootRequests;

    public InboxApplication(HttpInboxOptions options, TimeProvider time, Func<string, InboxDoor?> doors, InboxRoots roots, IInboxCounters counters, ILogger log)
    {
        (_doors, _roots, _counters) = (doors, roots, counters);
        _handling = new InboxHandling(log);
        _intake = new InboxIntake(options, time);
        _rootRequests = new InboxRootRequests(roots, _intake, options, _handling, counters, time);
    }

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var answer = _roots.Find(request.Path) is { } root
            ? await _rootRequests.AnswerAsync(context, root).ConfigureAwait(false)
            : await AnswerAsync(context, request).ConfigureAwait(false);
        await InboxResponse.WriteAsync(context, answer).ConfigureAwait(false);
    }

    private ValueTask<InboxAnswer> AnswerAsync(IFeatureCollection context, IHttpRequestFeature request)
    {
        var address = InboxAddress.Parse(request.Path, request.QueryString);
        var door = _doors(address.Device);
        return Guard(door, address, request.Method) is { } refusal
            ? ValueTask.FromResult(Refuse(door, refusal))
            : TakeAsync(context, door!, address.Rest);
    }

    private static InboxRefusal? Guard(InboxDoor? door, InboxAddress address, string method) => door switch
    {
        null => InboxRefusal.UnknownDevice,
        _ when !door.Admits(address.Token) => InboxRefusal.WrongToken,
        _ when !door.Takes(method) => InboxRefusal.Method,
        _ when door.Closed.IsCancellationRequested => InboxRefusal.NotReady,
        _ => null,
    };

    private async ValueTask<InboxAnswer> TakeAsync(IFeatureCollection context, InboxDoor door, string path)
    {
        var reply = await _intake.TakeAsync(context, door.Share, body =>
        {
            var head = InboxHead.Of(context);
            var request = new InboxRequest(head.Method, path, head["Content-Type"], body.Bytes) { Head = head };
            return _handling.AskAsync(door.Device, door.Handler, request, body, door.Closed);
        }).ConfigureAwait(false);
        return reply.Refusal is { } refusal ? Refuse(door, refusal) : reply.Answer!;
    }

    private InboxAnswer Refuse(InboxDoor? door, InboxRefusal refusal)
    {
        _counters.Refused(door?.Device ?? string.Empty, refusal.Reason);
        return refusal.Answer;
    }
}
