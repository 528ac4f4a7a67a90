using System.Diagnostics.CodeAnalysis;

namespace EdgeGateway.Pipeline.Passages;

/// <summary>A dictionary that forgets the oldest additions; not safe for use by two threads at once.</summary>
internal sealed class Remembered<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public void Remove(TKey key) => _values.Remove(key);

    /// <param name="key">Not there yet.</param>
    /// <param name="value">What belongs to it.</param>
    public void Add(TKey key, TValue value)
    {
        _values.Add(key, value);
        _order.Enqueue(key);
        if (_order.Count > most)
        {
            _values.Remove(_order.Dequeue());
        }
    }
}
