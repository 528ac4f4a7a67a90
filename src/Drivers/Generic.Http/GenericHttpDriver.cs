using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic.Http;

/// <summary>A device without a driver of its own that posts JSON to the device inbox; the site's map says what it means.</summary>
public sealed class GenericHttpDriver(DriverContext context, GenericHttpOptions options) : IDeviceDriver
{
    /// <summary>Nothing to open: the device comes to us.</summary>
    public Task ConnectAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Silence proves nothing here: the door stays open until we stop.</summary>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var desk = new SensorDesk(context, GenericHttpMapping.DriverName, options.Map, options.Names, SensorDesk.KeyOf(context), sink);
        try
        {
            await desk.OpenAsync(ct).ConfigureAwait(false);
            using var door = context.Transports.Inbox.Open(context.Device, options.Token, (request, stop) => AnswerAsync(desk, request, stop));
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, ct).ConfigureAwait(false);
        }
        finally
        {
            await desk.QuietAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the disk refuses is answered 503 by the inbox: the device keeps it and comes again.</summary>
    private async ValueTask<InboxAnswer> AnswerAsync(SensorDesk desk, InboxRequest request, CancellationToken ct)
    {
        var moment = new SensorMoment(context.Time.GetUtcNow(), request.Path.Trim('/'));
        var body = MessageReader.Read(request.Body.Span, GenericHttpMapping.IsLines(request.ContentType));
        foreach (string fault in body.Faults)
        {
            context.Watch.Fault(FaultKind.Garbled, fault);
        }

        if (body.Messages.Count == 0 && body.Faults.Count > 0)
        {
            return GenericHttpMapping.Refused(body.Faults[0]);
        }

        context.Watch.Heard();
        if (options.RefusesUnmatched && desk.Objection(body.Messages, moment) is { } objection)
        {
            return GenericHttpMapping.Refused(objection);
        }

        var verdict = new SensorVerdict();
        await desk.TellAsync(body.Messages, moment, verdict, ct).ConfigureAwait(false);
        return GenericHttpMapping.Taken(verdict, body.Faults.Count);
    }
}
