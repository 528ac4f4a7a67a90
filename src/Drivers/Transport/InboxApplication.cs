using EdgeGateway.Drivers.Abstractions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport;

/// <summary>One request from head to answer, straight on the server: no routing, no middleware, no container.</summary>
internal sealed class InboxApplication(
    HttpInboxOptions options, TimeProvider time, Func<string, InboxDoor?> doors, IInboxCounters counters, ILogger log) : IHttpApplication<IFeatureCollection>
{
    private readonly ByteBudget _memory = new(options.MemoryForAll);
    private readonly InboxBodyReader _bodies = new(options, time);

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var address = InboxAddress.Parse(request.Path, request.QueryString);
        var door = doors(address.Device);
        var answer = Guard(door, address, request.Method) is { } refusal
            ? Refuse(door, refusal)
            : await TakeAsync(context, door!, address.Rest).ConfigureAwait(false);
        await InboxResponse.WriteAsync(context, answer).ConfigureAwait(false);
    }

    private static InboxRefusal? Guard(InboxDoor? door, InboxAddress address, string method) => door switch
    {
        null => InboxRefusal.UnknownDevice,
        _ when !door.Admits(address.Token) => InboxRefusal.WrongToken,
        _ when method is not ("POST" or "PUT") => InboxRefusal.Method,
        _ when door.Closed.IsCancellationRequested => InboxRefusal.NotReady,
        _ => null,
    };

    private async ValueTask<InboxAnswer> TakeAsync(IFeatureCollection context, InboxDoor door, string path)
    {
        if (await WaitForTurnAsync(context, door).ConfigureAwait(false) is { } noTurn)
        {
            return Refuse(door, noTurn);
        }

        var body = new InboxBody(door.Share, _memory);
        try
        {
            var refusal = await ReadAsync(context, body).ConfigureAwait(false);
            return refusal is null ? await HandleAsync(context, door, path, body).ConfigureAwait(false) : Refuse(door, refusal);
        }
        finally
        {
            body.Return();
            door.Turns.Release();
        }
    }

    private async ValueTask<InboxRefusal?> WaitForTurnAsync(IFeatureCollection context, InboxDoor door)
    {
        if (door.Turns.Wait(0, CancellationToken.None))
        {
            return null;
        }

        using var limit = new InboxTimeLimit(options.WaitLimit, time, context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted);
        try
        {
            await door.Turns.WaitAsync(limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            return limit.Exceeded ? InboxRefusal.Busy : InboxRefusal.Aborted;
        }
    }

    private ValueTask<InboxRefusal?> ReadAsync(IFeatureCollection context, InboxBody body) =>
        context.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }
            ? ValueTask.FromResult<InboxRefusal?>(null)
            : _bodies.ReadAsync(
                body,
                context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader,
                context.GetRequiredFeature<IHttpRequestFeature>().Headers.ContentLength,
                context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted);

    private async ValueTask<InboxAnswer> HandleAsync(IFeatureCollection context, InboxDoor door, string path, InboxBody body)
    {
        var head = context.GetRequiredFeature<IHttpRequestFeature>();
        try
        {
            return await door.Handler(new InboxRequest(head.Method, path, head.Headers.ContentType, body.Bytes), door.Closed).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Whoever was told to store this may still hold a part of it.
            body.Abandon();
            return Refuse(door, RefusalFor(door, error));
        }
    }

    /// <summary>The edge of the house: whatever a driver throws, the device gets an answer and the server lives on.</summary>
    private InboxRefusal RefusalFor(InboxDoor door, Exception error)
    {
        switch (error)
        {
            case StoreRefusedException:
                return InboxRefusal.StoreRefused;
            case OperationCanceledException:
                return InboxRefusal.NotReady;
            default:
                TransportLog.InboxHandlerFailed(log, door.Device, error);
                return InboxRefusal.HandlerFailed;
        }
    }

    private InboxAnswer Refuse(InboxDoor? door, InboxRefusal refusal)
    {
        counters.Refused(door?.Device ?? string.Empty, refusal.Reason);
        return refusal.Answer;
    }
}
