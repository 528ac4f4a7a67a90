using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>
/// Tells each alarm once when it begins and once when it ends, over restarts and crashes: what is about to be told is noted
/// first, and what a crash interrupted is told again under the identifier it had, which the store knows for a repeat.
/// </summary>
/// <param name="context">Clock, zone and memory.</param>
/// <param name="voice">Where they are told.</param>
/// <param name="night">When nobody should be there.</param>
/// <param name="mostAnHour">Begins of one alarm within an hour; further ones are replaced by one that says so.</param>
/// <param name="flaps">What earlier conversations have told of that.</param>
internal sealed class AlarmBook(DriverContext context, CabinetVoice voice, NightHours night, int mostAnHour, FlapLimit flaps)
{
    private readonly FlapRule _rule = new(mostAnHour, TimeSpan.FromHours(1));
    private readonly AlarmMemory _memory = new(context.Memory);
    private readonly Dictionary<(string Alarm, string Name), StandingAlarm> _standing = [];

    /// <summary>Whether nobody should be there now.</summary>
    public bool IsNight => night.Contains(context.Time.GetUtcNow(), context.Zone);

    /// <summary>Takes over what the last conversation left, and finishes what it was about to tell.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        foreach (var alarm in _memory.Read())
        {
            _standing[alarm.Key] = alarm;
        }

        foreach (var alarm in _standing.Values.Where(alarm => alarm.Step != AlarmStep.Stands).ToArray())
        {
            await (alarm.Step == AlarmStep.Beginning ? BeginAsync(alarm, ct) : EndAsync(alarm, alarm.Sign, ct)).ConfigureAwait(false);
        }
    }

    /// <summary>Ends what stands for a sensor that the settings no longer name.</summary>
    public async Task KeepOnlyAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        foreach (var alarm in _standing.Values.Where(alarm => !names.Contains(alarm.Sign.Name)).ToArray())
        {
            await EndAsync(alarm, alarm.Sign, ct).ConfigureAwait(false);
        }
    }

    /// <summary>How it is now; says something only when that differs from what was told.</summary>
    /// <param name="sign">What it is about.</param>
    /// <param name="active">Null: not known, it stays as it was.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next conversation tells it.</exception>
    public async Task SetAsync(CabinetSign sign, bool? active, CancellationToken ct)
    {
        var standing = _standing.GetValueOrDefault((sign.Alarm, sign.Name));
        if (active == true && (standing is null || CabinetSeverity.IsWorse(sign.Severity, standing.Sign.Severity)))
        {
            // One that stands and grows worse has not flapped.
            if (standing is not null || flaps.Admits((sign.Alarm, sign.Name), _rule, context.Time))
            {
                await EndBeforeAsync(standing, sign, ct).ConfigureAwait(false);
                await BeginAsync(Alarm(sign), ct).ConfigureAwait(false);
            }
        }
        else if (active == false && standing is not null)
        {
            await EndAsync(standing, sign, ct).ConfigureAwait(false);
        }

        await TellFlappingAsync(sign, ct).ConfigureAwait(false);
    }

    private async Task TellFlappingAsync(CabinetSign of, CancellationToken ct)
    {
        var sign = new CabinetSign(CabinetAlarms.Flapping, of.Name, of.Severity == CabinetSeverity.Notice ? CabinetSeverity.Minor : of.Severity, Limit: mostAnHour);
        var standing = _standing.GetValueOrDefault((sign.Alarm, sign.Name));
        bool active = flaps.Mutes(of.Name, _rule, context.Time);
        if (active && standing is null)
        {
            await BeginAsync(Alarm(sign), ct).ConfigureAwait(false);
        }
        else if (!active && standing is not null)
        {
            await EndAsync(standing, sign, ct).ConfigureAwait(false);
        }
    }

    /// <summary>One that grows worse begins anew; the milder one must not stand for ever.</summary>
    private Task EndBeforeAsync(StandingAlarm? milder, CabinetSign now, CancellationToken ct) => milder is null ? Task.CompletedTask : EndAsync(milder, now, ct);

    private StandingAlarm Alarm(CabinetSign sign) => new(sign, context.Time.GetUtcNow(), IsNight, AlarmStep.Beginning);

    private async Task BeginAsync(StandingAlarm alarm, CancellationToken ct)
    {
        await NoteAsync(alarm, ct).ConfigureAwait(false);
        bool mild = alarm.Sign.Severity == CabinetSeverity.Notice;
        await voice.TellAsync(mild ? Lane.Event : Lane.Alarm, Body(alarm, alarm.Sign, active: true), ct).ConfigureAwait(false);
        await NoteAsync(alarm with { Step = AlarmStep.Stands }, ct).ConfigureAwait(false);
    }

    private async Task EndAsync(StandingAlarm alarm, CabinetSign now, CancellationToken ct)
    {
        await NoteAsync(alarm with { Step = AlarmStep.Ending }, ct).ConfigureAwait(false);
        await voice.TellAsync(Lane.Event, Body(alarm, now, active: false), ct).ConfigureAwait(false);
        _standing.Remove(alarm.Key);
        await _memory.WriteAsync(_standing.Values, ct).ConfigureAwait(false);
    }

    private Task NoteAsync(StandingAlarm alarm, CancellationToken ct)
    {
        _standing[alarm.Key] = alarm;
        return _memory.WriteAsync(_standing.Values, ct);
    }

    /// <summary>The end carries what is measured then, and the severity that the alarm had.</summary>
    private static CabinetAlarmBody Body(StandingAlarm alarm, CabinetSign now, bool active) => new()
    {
        Alarm = alarm.Sign.Alarm,
        Active = active,
        Name = alarm.Sign.Name,
        Severity = alarm.Sign.Severity,
        Value = now.Value,
        Limit = now.Limit,
        Unit = now.Unit,
        AtNight = alarm.AtNight,
        Source = new SourceInfo(FormattableString.Invariant($"{alarm.Sign.Alarm}/{alarm.Sign.Name}/{alarm.Since.ToUnixTimeMilliseconds()}/{(active ? "begins" : "ends")}")),
    };
}
