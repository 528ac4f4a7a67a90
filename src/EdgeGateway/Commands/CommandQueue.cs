using System.Threading.Channels;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>The accepted commands of one target, in order; one that is slow holds up only these.</summary>
/// <param name="runner">Of this target alone.</param>
/// <param name="ended">Writes down and tells the end of each.</param>
internal sealed class CommandQueue(CommandRunner runner, Func<CommandCase, CommandReplyTo?, Task> ended)
{
    private const int Most = 32;

    private readonly Channel<(Command Command, CommandCase Case, CommandReplyTo? To)> _waiting =
        Channel.CreateUnbounded<(Command, CommandCase, CommandReplyTo?)>(new UnboundedChannelOptions { SingleReader = true });

    private int _count;

    /// <summary>Whether one more may wait; only the one who adds may ask.</summary>
    public bool HasRoom => Volatile.Read(ref _count) < Most;

    /// <summary>Hands a command over; one that comes after <see cref="Complete"/> stays in the ledger, and the next start says what became of it.</summary>
    public void Add(Command command, CommandCase one, CommandReplyTo? to)
    {
        Interlocked.Increment(ref _count);
        _waiting.Writer.TryWrite((command, one, to));
    }

    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Runs until <see cref="Complete"/> and the last command; after <paramref name="stop"/> those that wait end without being begun.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await foreach (var (command, one, to) in _waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await ended(await runner.RunAsync(command, one, stop).ConfigureAwait(false), to).ConfigureAwait(false);
            Interlocked.Decrement(ref _count);
        }
    }
}
