using System.Collections.Concurrent;
using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>What is on disk; survives the process that a test throws away.</summary>
public sealed class CommandMemoryFake : ICommandMemory
{
    private readonly ConcurrentDictionary<string, string> _values = new();
    private int _left = int.MaxValue;

    /// <summary>Every name and value, in order of writing.</summary>
    public ConcurrentQueue<KeyValuePair<string, string>> Written { get; } = new();

    /// <summary>How many writes the disk still takes; a crash in between.</summary>
    public int Left
    {
        set => _left = value;
    }

    public string? Recall(string name) => _values.GetValueOrDefault(name);

    public Task RememberAsync(string name, string value)
    {
        if (_left-- <= 0)
        {
            return Task.FromException(new StoreRefusedException("full"));
        }

        _values[name] = value;
        Written.Enqueue(new(name, value));
        return Task.CompletedTask;
    }

    public void Set(string name, string value) => _values[name] = value;
}
