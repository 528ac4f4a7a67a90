using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>Takes what one robot says, one message after the other, and says what of it is news.</summary>
internal sealed class RobotDesk(DriverContext context, Vda5050Options options, ActionWatch actions, IReadingSink sink) : IDisposable
{
    /// <summary>A clock against ours is no news with every message.</summary>
    private static readonly TimeSpan s_clockEvery = TimeSpan.FromMinutes(1);

    /// <summary>From the robot to us through the broker.</summary>
    private static readonly TimeSpan s_lateness = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    /// <summary>Characters of a time that can be part of an identifier.</summary>
    private const int LongestTime = 40;

    private readonly Turn _turn = new();
    private readonly Vda5050Mapping _mapping = new(context.Device, options);
    private readonly HeaderWatch _headers = new();
    private readonly VehicleAlarms _alarms = new(context);
    private readonly ToldFacts _told = new();
    private readonly RatePace _pace = new(context.Time, TimeSpan.FromSeconds(1) / options.MaxRateHz);

    /// <summary>More than of others: each node that it reaches is a change.</summary>
    private readonly EventBudget _changes = new(512, 5);

    private readonly long _began = context.Time.GetTimestamp();
    private long _heard = context.Time.GetTimestamp();
    private long? _clockTold;

    public RobotKnown Known { get; private set; } = new();

    /// <summary>Completes when what it said is safe.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async ValueTask TakeAsync(SiteMessage message, CancellationToken ct)
    {
        using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
        await (options.Robot.NameOf(message.Topic) switch
        {
            VdaRobot.Connection => ConnectionAsync(message, ct),
            VdaRobot.State => StateAsync(message, VdaRobot.State, ct),
            VdaRobot.Visualization => StateAsync(message, VdaRobot.Visualization, ct),
            VdaRobot.Factsheet => FactsheetAsync(message, ct),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }

    /// <summary>A robot whose link is said to be well and that sends nothing is not there; what could not be told is told.</summary>
    public async Task WatchSilenceAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(s_look, context.Time);
        while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
        {
            using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
            if (Known is { Online: true, Connection: not VdaConnection.Asleep } && context.Time.GetElapsedTime(_heard) >= options.Silence)
            {
                context.Watch.Fault(FaultKind.Silent, "no-state");
                Known = Known with { Online = false };
                await NewsAsync(Moment(null, VdaRobot.State), VdaRobot.State, ct).ConfigureAwait(false);
            }

            await FinishAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Completes when nobody is being served any more.</summary>
    public Task QuietAsync() => _turn.QuietAsync();

    public void Dispose() => _turn.Dispose();

    /// <summary>Alarms that a crash, or a disk that refused, has interrupted do not wait for the robot's next word, nor does a change that was one too many.</summary>
    private async Task FinishAsync(CancellationToken ct)
    {
        var now = Moment(null, VdaRobot.State) with { Place = Known.Place };
        try
        {
            await _alarms.FinishAsync(one => _mapping.Tell(one, now, []), sink, ct).ConfigureAwait(false);
            if (_told.IsAnything && Changes() is { Count: > 0 } changed && _changes.Take(Elapsed))
            {
                await TellAsync(now, changed, ct).ConfigureAwait(false);
            }
        }
        catch (StoreRefusedException)
        {
            // Nothing counts as told: the next look tells it.
        }
    }

    private async Task ConnectionAsync(SiteMessage message, CancellationToken ct)
    {
        if (VdaReader.Connection(message.Payload, out string? fault) is not { } said || !IsOurs(said.Header))
        {
            Garbled(fault);
            return;
        }

        context.Watch.Heard();
        _heard = context.Time.GetTimestamp();
        Known = Known with { Online = said.IsOnline ?? Known.Online, Connection = said.State ?? Known.Connection, Version = said.Header.Version ?? Known.Version };

        // The time of a last will is that of the connect that it belongs to.
        await NewsAsync(Moment(said.Header with { Time = null }, VdaRobot.Connection), VdaRobot.Connection, ct).ConfigureAwait(false);
    }

    private async Task FactsheetAsync(SiteMessage message, CancellationToken ct)
    {
        if (VdaReader.Factsheet(message.Payload, out string? fault) is not { } said || !IsOurs(said.Header))
        {
            Garbled(fault);
            return;
        }

        Known = Known with { Series = said.Series ?? Known.Series };
        await NewsAsync(Moment(said.Header with { Time = null }, VdaRobot.Factsheet), VdaRobot.Factsheet, ct).ConfigureAwait(false);
    }

    private async Task StateAsync(SiteMessage message, string topic, CancellationToken ct)
    {
        if (VdaReader.State(message.Payload, out string? fault) is not { } said || !IsOurs(said.Header))
        {
            Garbled(fault);
            return;
        }

        if (message.IsRetained)
        {
            // Nobody can tell how old it is, and the robot says it anew within half a minute.
            context.Watch.Fault(FaultKind.Garbled, "state-retained");
            return;
        }

        actions.Saw(said);
        var verdict = Judge(topic, said);
        if (verdict != HeaderVerdict.Repeated)
        {
            var moment = Moment(said.Header, topic) with { IsRestart = verdict == HeaderVerdict.Restarted, Place = said.Place ?? Known.Place };
            await TakeAsync(said, moment, topic, ct).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(VdaState said, RobotMoment moment, string topic, CancellationToken ct)
    {
        context.Watch.Heard();
        _heard = context.Time.GetTimestamp();
        WatchClock(said.Header, moment.Received);
        Known = Known.With(said);
        await SeeAsync(new RobotKnown().With(said), topic, ct).ConfigureAwait(false);
        await AlarmAsync(said, moment, ct).ConfigureAwait(false);
        await TellAsync(moment, ct).ConfigureAwait(false);
    }

    private async Task AlarmAsync(VdaState said, RobotMoment moment, CancellationToken ct)
    {
        if (said.EmergencyStop is { Length: > 0 } word)
        {
            await SetAsync(Vda5050Mapping.EmergencyStopScope, Vda5050Mapping.EmergencyStop(word), isWhole: true).ConfigureAwait(false);
        }

        if (said.Errors is { } errors)
        {
            await SetAsync(Vda5050Mapping.ErrorScope, Vda5050Mapping.Alarms(errors), said.IsErrorListWhole).ConfigureAwait(false);
            await SetAsync(Vda5050Mapping.WarningScope, Vda5050Mapping.Warnings(errors), said.IsErrorListWhole).ConfigureAwait(false);
        }

        Task SetAsync(string scope, IReadOnlyList<VehicleAlarm> wanted, bool isWhole) =>
            _alarms.SetAsync(scope, wanted, isWhole, moment.Mark, one => _mapping.Tell(one, moment, said.Errors ?? []), sink, ct);
    }

    /// <summary>The site looks first, whatever comes of the rest.</summary>
    private async Task NewsAsync(RobotMoment moment, string topic, CancellationToken ct)
    {
        await SeeAsync(new RobotKnown { Online = Known.Online }, topic, ct).ConfigureAwait(false);
        if (Changes() is { Count: > 0 } changed)
        {
            // What a broker waits for is told, however many there are.
            _ = _changes.Take(Elapsed);
            await TellAsync(moment with { Place = Known.Place }, changed, ct).ConfigureAwait(false);
        }
    }

    private async Task SeeAsync(RobotKnown said, string topic, CancellationToken ct)
    {
        if (context.Airspace is { } airspace)
        {
            await airspace.SeeAsync(_mapping.ToAirspace(said, context.Time.GetUtcNow(), topic), sink, ct).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(RobotMoment moment, CancellationToken ct)
    {
        var changed = Changes();
        if (changed.Count == 0 ? _pace.Take() : _changes.Take(Elapsed))
        {
            await TellAsync(moment, changed, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Remembered as told only when it is safe.</summary>
    private async Task TellAsync(RobotMoment moment, IReadOnlyList<string> changed, CancellationToken ct)
    {
        var told = Known;
        await sink.EmitAsync(_mapping.State(told, moment, changed.Count > 0 ? changed : null), ct).ConfigureAwait(false);
        if (changed.Count > 0)
        {
            _told.Remember(Vda5050Mapping.Facts(told));
            _pace.Begin();
        }
    }

    private IReadOnlyList<string> Changes() => _told.Changes(Vda5050Mapping.Facts(Known));

    private TimeSpan Elapsed => context.Time.GetElapsedTime(_began);

    private HeaderVerdict Judge(string topic, VdaState said)
    {
        var verdict = _headers.Judge(topic, said.Header);
        Count(verdict == HeaderVerdict.Repeated, "message-repeated");
        Count(verdict == HeaderVerdict.Gap, "messages-missing");
        Count(verdict == HeaderVerdict.Restarted, "counter-restarted");
        Count(said.Nonsense > 0, "value-impossible");
        Count(!said.IsErrorListWhole, "errors-not-whole");
        Count(said.Header.Major is { } major && major != options.Robot.Major, "version-differs");
        Count(said.Place?.Map is { } map && options.Maps.Count > 0 && !options.Maps.ContainsKey(map), "map-unknown");
        return verdict;
    }

    /// <summary>A message of another robot on the topics of this one is nobody's.</summary>
    private bool IsOurs(VdaHeader header)
    {
        bool isOurs = header.Serial is null || header.Serial == options.Robot.Serial;
        Count(!isOurs, "foreign-serial");
        return isOurs;
    }

    private void WatchClock(VdaHeader header, DateTimeOffset received)
    {
        if (header.Time is { } clock && (_clockTold is not { } told || context.Time.GetElapsedTime(told) >= s_clockEvery))
        {
            _clockTold = context.Time.GetTimestamp();
            context.Watch.Clock(clock - received, s_lateness);
        }
    }

    /// <summary>The counter alone begins anew with each start of the robot.</summary>
    private RobotMoment Moment(VdaHeader? header, string topic)
    {
        string? id = header is { Id: { } number } ? FormattableString.Invariant($"{topic}/{number}") : null;
        string? time = header?.TimeText is { Length: > 0 and <= LongestTime } text ? text : null;
        return new RobotMoment(context.Time.GetUtcNow(), header?.Time, time is null ? id : $"{id ?? topic}@{time}", null);
    }

    private void Garbled(string? fault) => Count(fault is not null, fault ?? string.Empty);

    private void Count(bool happened, string reason)
    {
        if (happened)
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
        }
    }
}
