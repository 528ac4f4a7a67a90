using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>
/// Alarms of a kiosk, each told once when it begins (lane alarm) and once when it ends (lane event), over restarts and crashes; at most 128 stand at a time.
/// Not for two callers at one time.
/// </summary>
/// <param name="context">Clock, memory and counters.</param>
/// <param name="hold">Keeps those standing that come and go too often; null: none is.</param>
public sealed class KioskAlarms(DriverContext context, AlarmHold? hold = null)
    : StandingAlarms<KioskAlarm>(context.Time, context.Memory, context.Watch, KioskMemoryJson.Default.StandingAlarmKioskAlarmArray, hold)
{
    /// <summary>It came and went so often that not all of it was told.</summary>
    public const string Flapping = "FLAPPING";

    private const int MarkBytes = 6;

    /// <summary>How a scope is now; says only what that changes.</summary>
    /// <param name="scope">For example a module.</param>
    /// <param name="wanted">Alarms of this scope that are there.</param>
    /// <param name="voice">Where they are told.</param>
    /// <param name="moment">Of the message that says so.</param>
    /// <param name="ct">Stopping.</param>
    /// <param name="isWhole">False: what is not among them stays as it is.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task SetAsync(string scope, IReadOnlyList<KioskAlarm> wanted, KioskVoice voice, KioskMoment moment, CancellationToken ct, bool isWhole = true) =>
        SetAsync(scope, [.. wanted.DistinctBy(alarm => alarm.Key)], isWhole, Mark(), one => Tell(one, voice, moment), voice.Sink, ct);

    /// <summary>How a scope is now where the device may say nothing of some: those stay as they were.</summary>
    /// <param name="scope">For example a module.</param>
    /// <param name="wanted">Alarms of this scope that are there by its word.</param>
    /// <param name="isOver">Whether one of the others is over by its word.</param>
    /// <param name="voice">Where they are told.</param>
    /// <param name="moment">Of the message that says so.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task SetAsync(string scope, IReadOnlyList<KioskAlarm> wanted, Func<KioskAlarm, bool> isOver, KioskVoice voice, KioskMoment moment, CancellationToken ct) =>
        SetAsync(scope, [.. wanted.DistinctBy(alarm => alarm.Key)], isOver, Mark(), one => Tell(one, voice, moment), voice.Sink, ct);

    /// <summary>Ends one alarm, if it stands.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task EndAsync(KioskAlarm over, KioskVoice voice, KioskMoment moment, CancellationToken ct) =>
        SetAsync(over.Scope, [], alarm => alarm.Key == over.Key, voice, moment, ct);

    /// <summary>Ends what was over and whose end waits, in a scope of which nobody will hear for a while.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task EndWaitingAsync(string scope, KioskVoice voice, KioskMoment moment, CancellationToken ct) =>
        CloseAsync(one => one.Alarm.Scope == scope && IsWaiting(one.Alarm), Mark(), one => Tell(one, voice, moment), voice.Sink, ct);

    /// <summary>Ends what stands in scopes that are no more, such as modules that were taken out.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public async Task KeepOnlyAsync(IReadOnlyCollection<string> scopes, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        foreach (string scope in Scopes.Except(scopes).ToArray())
        {
            await CloseAsync(one => one.Alarm.Scope == scope, Mark(), one => Tell(one, voice, moment), voice.Sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Tells what an earlier conversation was about to tell when it was cut off. To be called once, before anything else.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task FinishAsync(KioskVoice voice, CancellationToken ct) => FinishAsync(one => Tell(one, voice, KioskMoment.Resync), voice.Sink, ct);

    /// <summary>Something that has no end; every call tells it.</summary>
    /// <param name="alarm">What.</param>
    /// <param name="voice">Where it is told.</param>
    /// <param name="moment">Of the message that says so.</param>
    /// <param name="ct">Stopping.</param>
    /// <param name="repeatKey">By what a repeat is known.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; it was not told.</exception>
    public static async Task TellOnceAsync(KioskAlarm alarm, KioskVoice voice, KioskMoment moment, CancellationToken ct, string? repeatKey = null) =>
        await voice.TellAsync(Lane.Alarm, Body(alarm, null), moment, ct, repeatKey).ConfigureAwait(false);

    /// <summary>Unlike every other one, whatever is done to clocks: it is remembered before it is told.</summary>
    private static string Mark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));

    private static Reading Tell(StandingAlarm<KioskAlarm> one, KioskVoice voice, KioskMoment moment)
    {
        bool begins = one.Step != AlarmStep.Ending;
        var body = Body(one.Alarm, begins) with { Source = new SourceInfo(one.NativeId), Returns = one.Returns, Flags = one.Returns is null ? null : [Flapping] };
        return voice.Reading(begins ? Lane.Alarm : Lane.Event, body, moment) with { RepeatKey = one.RepeatKey };
    }

    /// <param name="alarm">What.</param>
    /// <param name="active">As <see cref="KioskAlarmBody.Active"/>.</param>
    public static KioskAlarmBody Body(KioskAlarm alarm, bool? active) => new()
    {
        Alarm = alarm.Alarm,
        Active = active,
        Severity = alarm.Severity,
        Module = alarm.Module,
        Name = alarm.Name,
        Code = alarm.Code,
        Text = alarm.Text,
    };
}
