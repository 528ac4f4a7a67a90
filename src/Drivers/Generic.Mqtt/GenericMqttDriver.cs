using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic.Mqtt;

/// <summary>A device without a driver of its own that publishes to a broker of the site; the site's map says what it means.</summary>
public sealed class GenericMqttDriver(DriverContext context, GenericMqttOptions options) : IDeviceDriver
{
    private readonly TaskCompletionSource<(SensorDesk Desk, TopicMemory Topics, CancellationToken End)> _desk = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ISiteBroker? _broker;

    public async Task ConnectAsync(CancellationToken ct) =>
        _broker = await context.Transports.Brokers!.ConnectAsync(options.Broker, options.Topics, TakeAsync, ct).ConfigureAwait(false);

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var key = SensorDesk.KeyOf(context);
        using var desk = new SensorDesk(context, GenericMqttMapping.DriverName, options.Map, options.Names, key, sink);
        var topics = new TopicMemory(context.Memory, key, options.Map.Mark);
        try
        {
            await desk.OpenAsync(ct).ConfigureAwait(false);
            _desk.TrySetResult((desk, topics, end.Token));
            var first = await Task.WhenAny(_broker!.Ended, _refused.Task).WaitAsync(ct).ConfigureAwait(false);

            // What the disk refused ends the link too, and either may be seen first.
            await (_refused.Task.IsFaulted ? _refused.Task : first).ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Unreachable, $"The link to the broker {options.Broker.Host} ended: {await _broker.Ended.ConfigureAwait(false)}");
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await desk.QuietAsync().ConfigureAwait(false);
            await topics.KeepAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _desk.TrySetCanceled();
        return _broker?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>What comes before anybody reads waits: the broker must not be told that it was taken.</summary>
    private async ValueTask TakeAsync(SiteMessage message)
    {
        var (desk, topics, end) = await _desk.Task.ConfigureAwait(false);
        end.ThrowIfCancellationRequested();
        if ((Unwanted(message) ?? Known(message, topics)) is { } reason)
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
            return;
        }

        var moment = new SensorMoment(context.Time.GetUtcNow(), message.Topic, message.IsRetained);
        var body = options.IsText ? MessageReader.Text(message.Payload.Span) : MessageReader.Read(message.Payload.Span);
        foreach (string fault in body.Faults)
        {
            context.Watch.Fault(FaultKind.Garbled, fault);
        }

        if (body.Messages.Count > 0)
        {
            context.Watch.Heard();
            await TellAsync(desk, topics, message, body.Messages, moment, end).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(SensorDesk desk, TopicMemory topics, SiteMessage message, IReadOnlyList<BodyNode> messages, SensorMoment moment, CancellationToken end)
    {
        var verdict = new SensorVerdict();
        try
        {
            await topics.BeginAsync(message, end).ConfigureAwait(false);
            await desk.TellAsync(messages, moment, verdict, end).ConfigureAwait(false);
            if (verdict.Entries > 0)
            {
                topics.Note(message);
            }
        }
        catch (StoreRefusedException refused)
        {
            // Not acknowledged, so the broker brings it again with the next link; what came with QoS 0 is gone.
            if (!message.ComesAgain)
            {
                CountLost(desk, messages, moment, verdict);
            }

            _refused.TrySetException(refused);
            throw;
        }
    }

    /// <summary>What the disk refused ended the telling: the messages behind are lost too.</summary>
    private void CountLost(SensorDesk desk, IReadOnlyList<BodyNode> messages, SensorMoment moment, SensorVerdict verdict)
    {
        foreach (var behind in messages.Skip(verdict.Messages))
        {
            desk.Judge(behind, moment, verdict);
        }

        for (int lost = 0; lost < verdict.Entries; lost++)
        {
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
        }
    }

    private static string? Known(SiteMessage message, TopicMemory topics) => message.IsRetained && topics.Knows(message) ? GenericMqttMapping.RetainedKnown : null;

    /// <summary>An empty payload is how a retained message is taken back.</summary>
    private string? Unwanted(SiteMessage message) =>
        message.IsRetained && !options.TakesRetained ? GenericMqttMapping.RetainedDropped
        : message.Payload.IsEmpty ? GenericMqttMapping.Empty
        : null;
}
