using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Takes the messages of one gateway and its aircraft, one after the other, and answers each that wants an answer when what it said is safe.</summary>
internal sealed class DjiDesk : IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    /// <summary>A device's own clock against ours is no news with every message.</summary>
    private static readonly TimeSpan s_clockEvery = TimeSpan.FromMinutes(1);

    /// <summary>From the device to us through the broker.</summary>
    private static readonly TimeSpan s_lateness = TimeSpan.FromSeconds(1);

    private readonly DeskParts _parts;
    private readonly Outbox _outbox;
    private readonly Action<DjiMessage> _onServiceReply;
    private readonly DockDesk _dock;
    private readonly EventDesk _events;
    private readonly RequestDesk _requests;
    private readonly ConcurrentDictionary<string, AircraftDesk> _aircraft = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _clockTold;

    /// <param name="parts">Of the conversation.</param>
    /// <param name="outbox">Where answers go.</param>
    /// <param name="onServiceReply">Told of replies to services, also while the disk is slow.</param>
    public DjiDesk(DeskParts parts, Outbox outbox, Action<DjiMessage> onServiceReply)
    {
        (_parts, _outbox, _onServiceReply) = (parts, outbox, onServiceReply);
        _dock = new DockDesk(parts);
        _events = new EventDesk(parts, () => Find(null));
        _requests = new RequestDesk(parts.Host, parts.Options, parts.Roll);
    }

    public Sightings Signs => _parts.Signs;

    /// <summary>A remote controller, whose pilot must agree to what is ordered.</summary>
    public bool IsController => _parts.Roll.Gateway is { Domain: DjiProduct.ControllerDomain };

    /// <param name="vehicle">Its name; null for the one that the gateway has now.</param>
    public AircraftDesk? Find(string? vehicle)
    {
        var roll = _parts.Roll;
        string? serial = vehicle is null ? roll.Current : roll.Aircraft.FirstOrDefault(one => roll.NameOf(one) == vehicle);
        return serial is null ? null : Desk(serial);
    }

    /// <summary>The aircraft that an order reaches. A service goes to the gateway and is obeyed by whichever aircraft that has now, whoever was meant.</summary>
    /// <param name="vehicle">Its name; null for the one that the gateway has now.</param>
    /// <param name="why">Why there is none.</param>
    public AircraftDesk? ForOrder(string? vehicle, out string why)
    {
        var aircraft = Find(vehicle);
        why = aircraft is null ? "unknown-vehicle" : aircraft.Serial != _parts.Roll.Current ? "not-at-this-gateway" : "offline";
        return aircraft is { IsOnline: true } && aircraft.Serial == _parts.Roll.Current ? aircraft : null;
    }

    /// <summary>Completes when the message is done with; what it said is safe then, or will be said again.</summary>
    /// <exception cref="OperationCanceledException">Stopping: the message must come again.</exception>
    /// <exception cref="StoreRefusedException">The disk refuses what the device says only once: the message must come again.</exception>
    public async ValueTask TakeAsync(SiteMessage message, CancellationToken ct)
    {
        if (Read(message) is not var (topic, read))
        {
            return;
        }

        if (topic.Channel == DjiChannel.ServicesReply)
        {
            _onServiceReply(read);
            return;
        }

        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await HandleAsync(topic, read, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException) when (IsRepeated(topic, read))
        {
            // Not answered, so the device says it again.
            _parts.Host.Watch.Fault(FaultKind.Busy, "not-answered");
        }
        catch (StoreRefusedException)
        {
            _parts.Host.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            if (topic.Channel != DjiChannel.Osd)
            {
                // Only the broker can bring it again.
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Notices what does not come. Runs until stopped.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(s_tick, _parts.Host.Time);
        do
        {
            await _turn.WaitAsync(ct).ConfigureAwait(false);
            try
            {
                await LookAsync(ct).ConfigureAwait(false);
            }
            catch (StoreRefusedException)
            {
                // Nothing counts as told: the next look tells it.
            }
            finally
            {
                _turn.Release();
            }
        }
        while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false));
    }

    /// <summary>Completes when nobody is at it any more.</summary>
    public Task QuietAsync() => _turn.WaitAsync();

    public void Dispose() => _turn.Dispose();

    private async Task LookAsync(CancellationToken ct)
    {
        await _parts.Alarms.FinishAsync(_parts.Now(), _parts.Sink, ct).ConfigureAwait(false);
        await _dock.TickAsync(ct).ConfigureAwait(false);
        foreach (var aircraft in _aircraft.Values)
        {
            await aircraft.TickAsync(ct).ConfigureAwait(false);
        }

        await _events.TickAsync(ct).ConfigureAwait(false);
    }

    /// <returns>Null, and counted, for what is not for us or cannot be read.</returns>
    private (DjiTopic Topic, DjiMessage Message)? Read(SiteMessage message)
    {
        var watch = _parts.Host.Watch;
        if (message.IsRetained || DjiTopic.Parse(message.Topic) is not { } topic || !_parts.Roll.Believes(topic))
        {
            watch.Fault(FaultKind.Garbled, message.IsRetained ? "retained" : "foreign-topic");
            return null;
        }

        if (DjiReader.Read(message.Payload, out string? fault) is not { } read)
        {
            watch.Fault(FaultKind.Garbled, fault!);
            return null;
        }

        if (read.Gateway is { } gateway && gateway != _parts.Options.Gateway)
        {
            watch.Fault(FaultKind.Garbled, "foreign-gateway");
            return null;
        }

        watch.Heard();
        WatchClock(read);
        return (topic, read);
    }

    private void WatchClock(DjiMessage message)
    {
        var time = _parts.Host.Time;
        if (message.Sent is { At: { } sent, IsRepaired: false } && (_clockTold is not { } told || time.GetElapsedTime(told) >= s_clockEvery))
        {
            _clockTold = time.GetTimestamp();
            _parts.Host.Watch.Clock(sent - time.GetUtcNow(), s_lateness);
        }
    }

    private static bool IsRepeated(DjiTopic topic, DjiMessage message) => (topic.Channel == DjiChannel.Events && message.NeedsReply) || topic.Channel is DjiChannel.Status or DjiChannel.Requests;

    private async Task HandleAsync(DjiTopic topic, DjiMessage message, CancellationToken ct)
    {
        var told = new DjiTold(_parts.Host.Device, _parts.Host.Time.GetUtcNow(), message.Sent);
        switch (topic.Channel)
        {
            case DjiChannel.Status:
                await TopologyAsync(message, told, ct).ConfigureAwait(false);
                await ReplyAsync(DjiChannel.StatusReply, message with { Method = message.Method ?? DjiTopology.Method }, ct).ConfigureAwait(false);
                break;
            case DjiChannel.Osd or DjiChannel.State when topic.Serial == _parts.Options.Gateway:
                await DockAsync(message, told, ct).ConfigureAwait(false);
                break;
            case DjiChannel.Osd or DjiChannel.State:
                await Desk(topic.Serial).TakeAsync(message, topic.Channel, told, ct).ConfigureAwait(false);
                break;
            case DjiChannel.Events:
                bool isTaken = await _events.TakeAsync(message, told, ct).ConfigureAwait(false);
                await (isTaken && message.NeedsReply ? ReplyAsync(DjiChannel.EventsReply, message, ct) : Task.CompletedTask).ConfigureAwait(false);
                break;
            case DjiChannel.Requests:
                byte[] answer = await _requests.AnswerAsync(message, ct).ConfigureAwait(false);
                await _outbox.PublishAsync(Topic(DjiChannel.RequestsReply), answer, ct).ConfigureAwait(false);
                break;
        }
    }

    private async Task DockAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        await _dock.TakeAsync(message, told, ct).ConfigureAwait(false);
        if (DockDesk.SubDevice(message) is { } aircraft && _parts.Roll.Current != aircraft.Serial)
        {
            await NameAsync(default, [aircraft], ct).ConfigureAwait(false);
        }

        if (DockDesk.Inside(message) is { } isInside && _parts.Roll.Current is { } serial)
        {
            await Desk(serial).DockedAsync(isInside, told, ct).ConfigureAwait(false);
        }
    }

    private async Task TopologyAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        if (message.Method is not (null or DjiTopology.Method))
        {
            return;
        }

        var topology = DjiTopology.Of(message.Data);
        await NameAsync(topology.Gateway, topology.Aircraft, ct).ConfigureAwait(false);
        await _dock.ArriveAsync(told, message.NativeId, ct).ConfigureAwait(false);
        if (topology.Aircraft is not { } present)
        {
            return;
        }

        foreach (var aircraft in present.Where(one => _parts.Roll.Aircraft.Contains(one.Serial)))
        {
            await Desk(aircraft.Serial).ArriveAsync(told, message.NativeId, ct).ConfigureAwait(false);
        }

        foreach (string gone in _parts.Roll.Aircraft.Where(serial => present.All(one => one.Serial != serial)))
        {
            await Desk(gone).LeaveAsync(told, message.NativeId, DjiTopology.Method, ct).ConfigureAwait(false);
        }
    }

    private async Task NameAsync(DjiProduct gateway, IReadOnlyList<DjiSubDevice>? aircraft, CancellationToken ct)
    {
        var fresh = await _parts.Roll.NameAsync(gateway, aircraft, ct).ConfigureAwait(false);
        foreach (string gone in _aircraft.Keys.Except(_parts.Roll.Aircraft).ToList())
        {
            await _aircraft[gone].LeaveAsync(_parts.Now(), null, DjiTopology.Method, ct).ConfigureAwait(false);
            _aircraft.TryRemove(gone, out _);
        }

        if (fresh.Count > 0)
        {
            await _outbox.SubscribeAsync([.. fresh.SelectMany(AircraftRoll.FiltersOf)], ct).ConfigureAwait(false);
        }
    }

    private AircraftDesk Desk(string serial) => _aircraft.GetOrAdd(serial, one => new AircraftDesk(_parts, one));

    private async Task ReplyAsync(DjiChannel channel, DjiMessage message, CancellationToken ct) =>
        await _outbox.PublishAsync(Topic(channel), DjiWriter.Reply(message, _parts.Host.Time.GetUtcNow(), 0), ct).ConfigureAwait(false);

    private string Topic(DjiChannel channel) => new DjiTopic(channel, _parts.Options.Gateway).ToString();
}
