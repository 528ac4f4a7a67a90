using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// The texts whose answer is still out, kept in the device's memory before they are sent, so that an answer which comes after
/// a restart of the gateway still finds its order (pdt-radio.md section 7).
/// </summary>
/// <param name="memory">Null where nothing is kept.</param>
/// <param name="time">Whose wall clock tells the age: it must survive a restart.</param>
public sealed class OpenTexts(IDeviceMemory? memory, TimeProvider time) : IDisposable
{
    /// <summary>At most so many are open; the oldest makes room for the next.</summary>
    public const int Most = 32;

    /// <summary>After so long nobody answers any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly KeptList<OpenText> _texts = new(memory, "open-texts", OpenTextJson.Default.OpenTextArray, Most);
    private uint _last = (uint)time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Request ids begin anew with the clock, so that a late answer to an older text is not taken for one to a newer.</summary>
    public uint NextRequest()
    {
        do
        {
            _last++;
        }
        while (_last == 0 || Open().Any(text => text.Request == _last));
        return _last;
    }

    /// <summary>Those that are open now, the oldest first.</summary>
    public IReadOnlyList<OpenText> Open() => _texts.Items;

    /// <returns>The open text that this answers, or null.</returns>
    public OpenText? Find(uint request, int radio) => Open().FirstOrDefault(text => text.Request == request && text.Radio == radio);

    /// <summary>Those that nobody will answer any more, and those that a clock that was set back makes look younger than now.</summary>
    public IReadOnlyList<OpenText> Old() => _texts.Old(text => text.SentAt, Patience, time);

    /// <summary>The one that must go before another is added, or null.</summary>
    public OpenText? TooMany() => Open().Count >= Most ? Open()[0] : null;

    /// <summary>Completes when it is on disk: only then may the text be sent.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing was noted.</exception>
    public Task AddAsync(OpenText text, CancellationToken ct) => _texts.AddAsync(text with { Command = KeptList<OpenText>.Command(text.Command) }, ct);

    /// <summary>What became of it is known, and safe.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; it stays open.</exception>
    public Task RemoveAsync(OpenText text, CancellationToken ct) => _texts.RemoveAsync(other => other.Request == text.Request, ct);

    public void Dispose() => _texts.Dispose();
}
