using System.Collections.Concurrent;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>
/// What devices of one host hold together under a name that their settings share, such as the radios of one network. It lives as
/// long as the host, over the conversations of its devices, and in memory only. Any thread may use it.
/// </summary>
public sealed class SharedShelf
{
    private readonly ConcurrentDictionary<(Type Kind, string Name), object> _things = new();

    /// <summary>The thing of that kind and name; made by whoever asks first.</summary>
    public T Of<T>(string name, Func<T> make)
        where T : class => (T)_things.GetOrAdd((typeof(T), name), static (_, create) => create(), make);
}
