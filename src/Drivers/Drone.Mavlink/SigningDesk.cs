using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Signs what we say and judges what we hear (drone.md section 1.7). The time of signatures only grows, also over a restart with a clock that lost its battery:
/// what is remembered lies a little ahead of what was used, and well within the minute by which a station may be behind the others.
/// </summary>
internal sealed class SigningDesk
{
    /// <summary>How often the time is remembered.</summary>
    public static readonly TimeSpan RememberEvery = TimeSpan.FromSeconds(20);

    private const string Name = "signing";
    private const char Separator = ';';
    private const ulong Ahead = MavSigningTime.Minute / 2;

    private readonly DriverContext _context;
    private readonly MavSignatureCheck _check;

    public SigningDesk(DriverContext context, MavlinkSigningOptions options)
    {
        var (used, heard) = Recall(context.Memory?.Recall(Name));
        _context = context;
        Signer = new MavSigner(options.Key, options.Link, used);
        _check = new MavSignatureCheck(options.Key, options.Unsigned, heard);
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
    public string? Refuses(in MavFrame frame) => _check.Refuses(frame, _context.Time.GetUtcNow());

    /// <summary>Completes when the time that is used until the next call is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task RememberAsync(CancellationToken ct)
    {
        ulong ahead = Math.Max(Signer.Last, MavSigningTime.Of(Now)) + Ahead;
        return _context.Memory?.RememberAsync(Name, string.Create(CultureInfo.InvariantCulture, $"{ahead}{Separator}{_check.Time}"), ct) ?? Task.CompletedTask;
    }

    /// <summary>Goes on remembering.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task KeepAsync(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(RememberEvery, _context.Time, ct).ConfigureAwait(false);
            await RememberAsync(ct).ConfigureAwait(false);
        }
    }

    private static (ulong Used, ulong Heard) Recall(string? remembered) =>
        (remembered ?? string.Empty).Split(Separator) is [var used, var heard] && Time(used) is { } u && Time(heard) is { } h ? (u, h) : (0, 0);

    private static ulong? Time(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong time) && time <= MavSigningTime.Last ? time : null;
}
