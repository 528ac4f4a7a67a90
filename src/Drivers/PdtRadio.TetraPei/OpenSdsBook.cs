using System.Text.Json;
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

    private const string Name = "open-texts";
    private const int LongestCommand = 128;
    private const long Short = 100_000_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile List<OpenSds> _open = Recall(memory);
    private int _last = (int)(time.GetUtcNow().ToUnixTimeSeconds() & 0xFF);

    public IReadOnlyList<OpenSds> Open => _open;

    /// <summary>References of messages that are open are not given twice; they go round, so that a late report finds its own.</summary>
    public int NextReference()
    {
        do
        {
            _last = (_last + 1) & 0xFF;
        }
        while (_open.Any(one => one.Reference == _last));
        return _last;
    }

    /// <param name="reference">Of the report.</param>
    /// <param name="from">Who reports; null when the terminal does not tell.</param>
    public OpenSds? Find(int reference, long? from) =>
        _open.LastOrDefault(one => one.Reference == reference && (from is null || one.To % Short == from % Short));

    public OpenSds? Find(int reference) => _open.LastOrDefault(one => one.Reference == reference);

    /// <summary>Those that nobody waits for any more, and those that a clock that was set back makes look younger than now.</summary>
    public IReadOnlyList<OpenSds> Old()
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return [.. _open.Where(one => Math.Abs(now - one.SentAt) > Patience.TotalMilliseconds)];
    }

    /// <summary>Completes when it is on disk: only then may the text be sent.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing was noted.</exception>
    public Task AddAsync(OpenSds text, CancellationToken ct) =>
        ChangeAsync(open => [.. open, text with { Command = text.Command[..Math.Min(text.Command.Length, LongestCommand)] }], ct);

    /// <exception cref="StoreRefusedException">The disk refuses; it stays open.</exception>
    public Task RemoveAsync(OpenSds text, CancellationToken ct) => ChangeAsync(open => [.. open.Where(one => one.Reference != text.Reference)], ct);

    private async Task ChangeAsync(Func<List<OpenSds>, List<OpenSds>> change, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var next = change(_open);
            if (memory is not null)
            {
                await memory.RememberAsync(Name, next.Count == 0 ? string.Empty : JsonSerializer.Serialize([.. next], OpenSdsJson.Default.OpenSdsArray), ct).ConfigureAwait(false);
            }

            _open = next;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <remarks>A memory that cannot be read is one that forgot.</remarks>
    private static List<OpenSds> Recall(IDeviceMemory? memory)
    {
        try
        {
            return memory?.Recall(Name) is { Length: > 0 } kept
                ? [.. (JsonSerializer.Deserialize(kept, OpenSdsJson.Default.OpenSdsArray) ?? []).Where(one => one is { Command: not null, Reference: >= 0 and <= 255 }).Take(Most)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
