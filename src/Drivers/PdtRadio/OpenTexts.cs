using System.Text.Json;
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

    private const string Name = "open-texts";

    // A command's id is at most 64 characters; one that is longer would crowd out the others.
    private const int LongestCommand = 128;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private List<OpenText>? _open;
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
    public IReadOnlyList<OpenText> Open()
    {
        var open = Volatile.Read(ref _open);
        if (open is null)
        {
            Interlocked.CompareExchange(ref _open, Recall(), null);
            open = _open;
        }

        return open!;
    }

    /// <returns>The open text that this answers, or null.</returns>
    public OpenText? Find(uint request, int radio) => Open().FirstOrDefault(text => text.Request == request && text.Radio == radio);

    /// <summary>Those that nobody will answer any more, and those that a clock that was set back makes look younger than now.</summary>
    public IReadOnlyList<OpenText> Old()
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return [.. Open().Where(text => Math.Abs(now - text.SentAt) > Patience.TotalMilliseconds)];
    }

    /// <summary>The one that must go before another is added, or null.</summary>
    public OpenText? TooMany() => Open().Count >= Most ? Open()[0] : null;

    /// <summary>Completes when it is on disk: only then may the text be sent.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing was noted.</exception>
    public Task AddAsync(OpenText text, CancellationToken ct) =>
        ChangeAsync(open => [.. open, text with { Command = text.Command[..Math.Min(text.Command.Length, LongestCommand)] }], ct);

    /// <summary>What became of it is known, and safe.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; it stays open.</exception>
    public Task RemoveAsync(OpenText text, CancellationToken ct) => ChangeAsync(open => [.. open.Where(other => other.Request != text.Request)], ct);

    public void Dispose() => _turn.Dispose();

    private async Task ChangeAsync(Func<IReadOnlyList<OpenText>, List<OpenText>> change, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var next = change(Open());
            if (memory is not null)
            {
                await memory.RememberAsync(Name, next.Count == 0 ? string.Empty : JsonSerializer.Serialize([.. next], OpenTextJson.Default.OpenTextArray), ct).ConfigureAwait(false);
            }

            Volatile.Write(ref _open, next);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <remarks>A memory that cannot be read is one that forgot: the host allows for that.</remarks>
    private List<OpenText> Recall()
    {
        try
        {
            return memory?.Recall(Name) is { Length: > 0 } kept ? [.. (JsonSerializer.Deserialize(kept, OpenTextJson.Default.OpenTextArray) ?? []).Where(text => text is not null).Take(Most)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
