using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// A short list that is in the device's memory before anybody acts on it: changed in turn, each change on disk before it counts.
/// </summary>
/// <param name="memory">Null where nothing is kept.</param>
/// <param name="name">Its word in the memory.</param>
/// <param name="shape">How it is written.</param>
/// <param name="most">What more was kept, or is no item, is forgotten when it is read.</param>
/// <param name="isRight">Whether an item that was read can be used.</param>
internal sealed class KeptList<T>(IDeviceMemory? memory, string name, JsonTypeInfo<T[]> shape, int most, Func<T, bool>? isRight = null) : IDisposable
    where T : class
{
    // A command's id is at most 64 characters; one that is longer would crowd out the others.
    private const int LongestCommand = 128;

    private readonly Turn _turn = new();
    private IReadOnlyList<T>? _items;

    /// <summary>Those of now, the oldest first.</summary>
    public IReadOnlyList<T> Items
    {
        get
        {
            var items = Volatile.Read(ref _items);
            if (items is null)
            {
                Interlocked.CompareExchange(ref _items, Recall(), null);
                items = _items;
            }

            return items!;
        }
    }

    /// <summary>Completes when it is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing is changed.</exception>
    public Task AddAsync(T item, CancellationToken ct) => ChangeAsync(items => [.. items, item], ct);

    /// <summary>Likewise.</summary>
    public Task RemoveAsync(Func<T, bool> which, CancellationToken ct) => ChangeAsync(items => [.. items.Where(item => !which(item))], ct);

    /// <summary>Those that are older than the patience, and those that a clock that was set back makes look younger than now.</summary>
    /// <param name="sentAt">When an item began, in milliseconds since 1970.</param>
    /// <param name="patience">How long one may stay.</param>
    /// <param name="time">Whose wall clock tells the age: it must survive a restart.</param>
    public IReadOnlyList<T> Old(Func<T, long> sentAt, TimeSpan patience, TimeProvider time)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return [.. Items.Where(item => Math.Abs(now - sentAt(item)) > patience.TotalMilliseconds)];
    }

    /// <summary>The id of a command as it is kept.</summary>
    public static string Command(string id) => id[..Math.Min(id.Length, LongestCommand)];

    public void Dispose() => _turn.Dispose();

    private async Task ChangeAsync(Func<IReadOnlyList<T>, T[]> change, CancellationToken ct)
    {
        using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
        var next = change(Items);
        if (memory is not null)
        {
            await memory.RememberAsync(name, next.Length == 0 ? string.Empty : JsonSerializer.Serialize(next, shape), ct).ConfigureAwait(false);
        }

        Volatile.Write(ref _items, next);
    }

    /// <remarks>A memory that cannot be read is one that forgot: the host allows for that.</remarks>
    private IReadOnlyList<T> Recall()
    {
        try
        {
            return memory?.Recall(name) is { Length: > 0 } kept
                ? [.. (JsonSerializer.Deserialize(kept, shape) ?? []).Where(item => item is not null && isRight?.Invoke(item) != false).Take(most)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
