using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>Says of one kiosk what is to be said.</summary>
/// <param name="context">Device and clock.</param>
/// <param name="driver">Name of the driver that speaks.</param>
/// <param name="sink">Where readings go.</param>
public sealed class KioskVoice(DriverContext context, string driver, IReadingSink sink)
{
    public IReadingSink Sink => sink;

    /// <summary>Completes when it is on disk.</summary>
    /// <param name="lane">In which lane.</param>
    /// <param name="body">What; the moment's flags and the way it was found are added.</param>
    /// <param name="moment">Of the message.</param>
    /// <param name="ct">Stopping.</param>
    /// <param name="repeatKey">By what a repeat is known; null: by its native id, where it has one.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; it was not counted.</exception>
    public async Task<Emitted> TellAsync(Lane lane, KioskBody body, KioskMoment moment, CancellationToken ct, string? repeatKey = null) =>
        await sink.EmitAsync(Reading(lane, body, moment) with { RepeatKey = repeatKey }, ct).ConfigureAwait(false);

    public Reading Reading(Lane lane, KioskBody body, KioskMoment moment) => Reading(context.Device, driver, context.Time.GetUtcNow(), lane, body, moment);

    /// <summary>As a reading of any device.</summary>
    public static Reading Reading(string device, string driver, DateTimeOffset received, Lane lane, KioskBody body, KioskMoment moment) => new()
    {
        Device = device,
        Driver = driver,
        Lane = lane,
        Time = moment.Told ?? received,
        TimeFrom = moment.Told is null ? TimeOrigin.Gateway : TimeOrigin.Device,
        Received = received,
        Body = body with { Detected = body.Detected ?? moment.Detected, Flags = Flags(body.Flags, moment.Flags) },
    };

    private static IReadOnlyList<string>? Flags(IReadOnlyList<string>? own, IReadOnlyList<string>? ofMessage) =>
        own is null || ofMessage is null ? own ?? ofMessage : [.. own.Union(ofMessage)];
}
