using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Signs what we say and judges what we hear (drone.md section 1.7). The time of signatures only grows, also over a restart with a clock that lost its battery:
/// what is remembered lies a little ahead of what was used, and well within the minute by which a station may be behind the others. A clock that is later than
/// this program is believed: what is a day ahead of it teaches nothing, or one vehicle that is years ahead would make all the others stale for ever.
/// </summary>
internal sealed class SigningDesk
{
    /// <summary>How often the time is remembered.</summary>
    public static readonly TimeSpan RememberEvery = TimeSpan.FromSeconds(20);

    private const string Name = "signing";
    private const char Separator = ';';
    private const ulong Ahead = MavSigningTime.Minute / 2;
    private const ulong Day = 24 * 60 * MavSigningTime.Minute;
    private const ulong Year = 366 * Day;

    /// <summary>An earlier clock has lost its battery: then the times of others are all that there is.</summary>
    private static readonly ulong s_built = MavSigningTime.Of(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly DriverContext _context;
    private readonly MavSignatureCheck _check;

    public SigningDesk(DriverContext context, MavlinkSigningOptions options)
    {
        var (used, heard) = Recall(context.Memory?.Recall(Name));
        _context = context;

        // What we used ourselves may be a little ahead of a clock that was set back, and must not be used again.
        Signer = new MavSigner(options.Key, options.Link, Math.Min(used, Most(Year)));
        _check = new MavSignatureCheck(options.Key, options.Unsigned, Math.Min(heard, Most(Day)));
    }

    public MavSigner Signer { get; }

    /// <summary>The larger of our clock and the newest time that was proven to us.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var (clock, heard) = (_context.Time.GetUtcNow(), MavSigningTime.Moment(_check.Time));
            return clock > heard ? clock : heard;
        }
    }

    /// <returns>Null when the frame may be used, else one of <see cref="MavFaults"/>.</returns>
    public string? Refuses(in MavFrame frame)
    {
        long ahead = _check.Ahead;
        string? why = _check.Refuses(frame, _context.Time.GetUtcNow(), Most(Day));
        if (_check.Ahead > ahead)
        {
            _context.Watch.Fault(FaultKind.Garbled, LinkFaults.Future);
        }

        return why;
    }

    /// <summary>
    /// Completes when the time that is used until the next call is on disk. While our clock is right a disk that refuses is no reason to be silent, when the vehicle
    /// may have to be called home: the clock goes on by itself, also over a restart.
    /// </summary>
    /// <exception cref="StoreRefusedException">The disk refuses, and the clock cannot be relied on.</exception>
    public async Task RememberAsync(CancellationToken ct)
    {
        ulong ahead = Math.Max(Signer.Last, MavSigningTime.Of(Now)) + Ahead;
        try
        {
            await (_context.Memory?.RememberAsync(Name, string.Create(CultureInfo.InvariantCulture, $"{ahead}{Separator}{_check.Time}"), ct) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (StoreRefusedException) when (MavSigningTime.Of(_context.Time.GetUtcNow()) is var now && now >= s_built && now + Ahead >= Signer.Last)
        {
            _context.Watch.Fault(FaultKind.Busy, LinkFaults.TimeNotStored);
        }
    }

    /// <summary>Goes on remembering.</summary>
    /// <exception cref="StoreRefusedException">As above.</exception>
    public async Task KeepAsync(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(RememberEvery, _context.Time, ct).ConfigureAwait(false);
            await RememberAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>The latest time that is believed.</summary>
    private ulong Most(ulong ahead)
    {
        ulong now = MavSigningTime.Of(_context.Time.GetUtcNow());
        return now < s_built ? MavSigningTime.Last : now + ahead;
    }

    private static (ulong Used, ulong Heard) Recall(string? remembered) =>
        (remembered ?? string.Empty).Split(Separator) is [var used, var heard] && Time(used) is { } u && Time(heard) is { } h ? (u, h) : (0, 0);

    private static ulong? Time(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong time) && time <= MavSigningTime.Last ? time : null;
}
