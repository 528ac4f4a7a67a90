using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Our texts whose report is still out. Each is in the device's memory before it is sent, so that a report which comes after
/// a restart still names its order (pdt-radio.md section 7).
/// </summary>
internal sealed class OpenSdsBook(IDeviceMemory? memory, TimeProvider time)
{
    public const int Most = 32;

    /// <summary>A terminal that was out of coverage may report late; after this nobody waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const long Short = 100_000_000;

    private readonly KeptList<OpenSds> _texts = new(memory, "open-texts", OpenSdsJson.Default.OpenSdsArray, Most, one => one is { Command: not null, Reference: >= 0 and <= 255 });
    private int _last = (int)(time.GetUtcNow().ToUnixTimeSeconds() & 0xFF);

    public IReadOnlyList<OpenSds> Open => _texts.Items;

    /// <summary>References of messages that are open are not given twice; they go round, so that a late report finds its own.</summary>
    public int NextReference()
    {
        do
        {
            _last = (_last + 1) & 0xFF;
        }
        while (Open.Any(one => one.Reference == _last));
        return _last;
    }

    /// <param name="reference">Of the report.</param>
    /// <param name="from">Who reports; null when the terminal does not tell.</param>
    public OpenSds? Find(int reference, long? from) =>
        Open.LastOrDefault(one => one.Reference == reference && (from is null || one.To % Short == from % Short));

    public OpenSds? Find(int reference) => Open.LastOrDefault(one => one.Reference == reference);

    /// <summary>Those that nobody waits for any more, and those that a clock that was set back makes look younger than now.</summary>
    public IReadOnlyList<OpenSds> Old() => _texts.Old(one => one.SentAt, Patience, time);

    /// <summary>Completes when it is on disk: only then may the text be sent.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing was noted.</exception>
    public Task AddAsync(OpenSds text, CancellationToken ct) => _texts.AddAsync(text with { Command = KeptList<OpenSds>.Command(text.Command) }, ct);

    /// <exception cref="StoreRefusedException">The disk refuses; it stays open.</exception>
    public Task RemoveAsync(OpenSds text, CancellationToken ct) => _texts.RemoveAsync(one => one.Reference == text.Reference, ct);
}
