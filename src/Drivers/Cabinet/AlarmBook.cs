using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>
/// Alarms of a cabinet or of UPSs, each told once when it begins and once when it ends, over restarts and crashes. One that grows worse begins anew; one that
/// comes and goes too often stands until it is still, and that it does is an alarm of its own.
/// </summary>
/// <param name="context">Clock, zone and memory.</param>
/// <param name="voice">Where they are told.</param>
/// <param name="night">When nobody should be there.</param>
/// <param name="mostAnHour">Begins of one alarm within an hour whose ends are told at once.</param>
internal sealed class AlarmBook(DriverContext context, CabinetVoice voice, NightHours night, int mostAnHour)
    : StandingAlarms<CabinetAlarm>(context.Time, context.Memory, context.Watch, CabinetAlarmJson.Short, Hold(context, mostAnHour))
{
    /// <summary>That of the flag, in bodies.</summary>
    private const string Flapping = "FLAPPING";

    /// <summary>Whether nobody should be there now.</summary>
    public bool IsNight => night.Contains(context.Time.GetUtcNow(), context.Zone);

    /// <summary>Every sensor that a cabinet may have, in every trouble.</summary>
    protected override int MostStanding => 256;

    /// <summary>Takes over what the last conversation left, or an older version, and finishes what it was about to tell.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await AdoptAsync(OlderAlarms.Read(context.Memory), ct).ConfigureAwait(false);
        await OlderAlarms.ForgetAsync(context.Memory, ct).ConfigureAwait(false);
        await FinishAsync(one => Tell(one, null), voice.Sink, ct).ConfigureAwait(false);
    }

    /// <summary>Ends what stands for a sensor that the settings no longer name.</summary>
    public Task KeepOnlyAsync(IReadOnlyCollection<string> names, CancellationToken ct) =>
        CloseAsync(one => !names.Contains(one.Alarm.Name), string.Empty, one => Tell(one, null), voice.Sink, ct);

    /// <summary>How it is now; says something only when that differs from what was told.</summary>
    /// <param name="sign">What it is about.</param>
    /// <param name="active">Null: not known, it stays as it was.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next conversation tells it.</exception>
    public async Task SetAsync(CabinetSign sign, bool? active, CancellationToken ct)
    {
        await TurnAsync(sign, active, ct).ConfigureAwait(false);
        var flapping = new CabinetSign(CabinetAlarms.Flapping, sign.Name, sign.Severity == CabinetSeverity.Notice ? CabinetSeverity.Minor : sign.Severity, Limit: mostAnHour);
        await TurnAsync(flapping, AnyFlaps(sign.Name), ct).ConfigureAwait(false);
    }

    /// <summary>A sensor is lost: what was over there ends, because nobody may ever say so again.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next conversation tells it.</exception>
    public async Task LoseAsync(string name, CancellationToken ct)
    {
        await SetAsync(new CabinetSign(CabinetAlarms.SensorLost, name, CabinetSeverity.Major), true, ct).ConfigureAwait(false);
        await EndWaitingAsync(one => one == name, ct).ConfigureAwait(false);
    }

    /// <summary>The conversation ends, and it may be the last one.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next conversation tells it.</exception>
    public Task EndWaitingAsync(CancellationToken ct) => EndWaitingAsync(_ => true, ct);

    private static AlarmHold Hold(DriverContext context, int mostAnHour) =>
        context.Shared.Of(FormattableString.Invariant($"cabinet/{context.Device}/{mostAnHour}"), () => new AlarmHold(new FlapRule(mostAnHour, TimeSpan.FromHours(1)), context.Time));

    private async Task EndWaitingAsync(Func<string, bool> isLost, CancellationToken ct)
    {
        await CloseAsync(one => isLost(one.Alarm.Name) && IsWaiting(one.Alarm), string.Empty, one => Tell(one, null), voice.Sink, ct).ConfigureAwait(false);
        await CloseAsync(one => isLost(one.Alarm.Name) && one.Alarm.Alarm == CabinetAlarms.Flapping && !AnyFlaps(one.Alarm.Name), string.Empty, one => Tell(one, null), voice.Sink, ct).ConfigureAwait(false);
    }

    private bool AnyFlaps(string name) => Of(CabinetAlarm.OfDevice).Any(alarm => alarm.Name == name && Flaps(alarm));

    private Task TurnAsync(CabinetSign sign, bool? active, CancellationToken ct)
    {
        var standing = Of(CabinetAlarm.OfDevice).FirstOrDefault(alarm => alarm.Alarm == sign.Alarm && alarm.Name == sign.Name);
        bool isWorse = standing is null || CabinetSeverity.IsWorse(sign.Severity, standing.Severity);
        return (active, standing) switch
        {
            (true, _) when isWorse => SayAsync(sign, [new CabinetAlarm(sign.Alarm, sign.Name, sign.Severity, context.Time.GetUtcNow().ToUnixTimeMilliseconds(), IsNight)], null, ct),
            (true, not null) when IsWaiting(standing) => SayAsync(sign, [standing], null, ct),
            (false, not null) => SayAsync(sign, [], standing, ct),
            _ => Task.CompletedTask,
        };
    }

    private Task SayAsync(CabinetSign sign, IReadOnlyList<CabinetAlarm> wanted, CabinetAlarm? over, CancellationToken ct) =>
        SetAsync(CabinetAlarm.OfDevice, wanted, alarm => alarm == over, string.Empty, one => Tell(one, sign), voice.Sink, ct);

    /// <summary>The end carries what is measured then, and the severity that the alarm had.</summary>
    private Reading Tell(StandingAlarm<CabinetAlarm> one, CabinetSign? sign)
    {
        var (alarm, begins) = (one.Alarm, one.Step != AlarmStep.Ending);
        var now = sign?.Alarm == alarm.Alarm && sign.Name == alarm.Name ? sign : null;
        return voice.Reading(begins && alarm.Severity != CabinetSeverity.Notice ? Lane.Alarm : Lane.Event, new CabinetAlarmBody
        {
            Alarm = alarm.Alarm,
            Active = begins,
            Name = alarm.Name,
            Severity = alarm.Severity,
            Value = now?.Value,
            Limit = now?.Limit,
            Unit = now?.Unit,
            AtNight = alarm.AtNight,
            Returns = one.Returns,
            Flags = one.Returns is null ? null : [Flapping],
            Source = new SourceInfo(alarm.NativeId(begins)),
        });
    }
}
