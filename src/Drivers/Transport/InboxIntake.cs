using Microsoft.AspNetCore.Http.Features;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Takes in bodies within one set of limits: turns, memory, size and time.</summary>
internal sealed class InboxIntake(HttpInboxOptions limits, TimeProvider time)
{
    private readonly ByteBudget _memory = new(limits.MemoryForAll);
    private readonly InboxBodyReader _bodies = new(limits, time);

    /// <param name="context">The request.</param>
    /// <param name="share">Whose turns and memory it takes.</param>
    /// <param name="handle">Called with the whole body, which is valid until it returns.</param>
    public async ValueTask<InboxReply> TakeAsync(IFeatureCollection context, InboxShare share, Func<InboxBody, ValueTask<InboxReply>> handle)
    {
        if (await WaitForTurnAsync(context, share).ConfigureAwait(false) is { } noTurn)
        {
            return noTurn;
        }

        var body = new InboxBody(share.Memory, _memory);
        try
        {
            var refusal = await ReadAsync(context, body).ConfigureAwait(false);
            return refusal is null ? await handle(body).ConfigureAwait(false) : refusal;
        }
        finally
        {
            body.Return();
            share.Turns.Release();
        }
    }

    private async ValueTask<InboxRefusal?> WaitForTurnAsync(IFeatureCollection context, InboxShare share)
    {
        if (share.Turns.Wait(0, CancellationToken.None))
        {
            return null;
        }

        using var limit = new InboxTimeLimit(limits.WaitLimit, time, context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted);
        try
        {
            await share.Turns.WaitAsync(limit.Token).ConfigureAwait(false);
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
}
