using System.Security.Cryptography;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>
/// Says whether a message is an order of somebody who may give it (contract section 6). Only what passes here can take an id
/// in the ledger: otherwise a stranger could answer for a command before it comes.
/// </summary>
public sealed class CommandJudge(CommandSettings settings) : IDisposable
{
    private const int DigestBytes = 16;

    private readonly Dictionary<string, CommandKey> _keys =
        settings.Keys.ToDictionary(key => key.Id, key => new CommandKey(key), StringComparer.Ordinal);

    /// <param name="deviceSegment">Last level of the topic.</param>
    /// <param name="message">Payload of the MQTT message.</param>
    public CommandVerdict Judge(string deviceSegment, ReadOnlyMemory<byte> message)
    {
        var (one, envelope, command, fault) = Read(message);
        return new CommandVerdict(one, command, envelope is null ? fault : FaultOf(envelope, command, deviceSegment));
    }

    /// <summary>What the message claims, unproven: enough to refuse it, and without the price of a signature.</summary>
    public CommandCase Claims(ReadOnlyMemory<byte> message) => Read(message).Case;

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    private (CommandCase Case, CommandEnvelope? Envelope, Command? Command, string? Fault) Read(ReadOnlyMemory<byte> message)
    {
        if (!CommandEnvelopeReader.TryRead(message, out var envelope, out string? fault))
        {
            return (new CommandCase(), null, null, fault);
        }

        _ = CommandReader.TryRead(envelope.Payload, out var command);
        return (CaseOf(envelope, command), envelope, command, null);
    }

    private string? FaultOf(CommandEnvelope envelope, Command? command, string deviceSegment)
    {
        if (envelope.KeyId is null || envelope.Signature is null)
        {
            return CommandFaults.Unsigned;
        }

        return !_keys.TryGetValue(envelope.KeyId, out var key) ? CommandFaults.UnknownKey
            : !key.Signed(envelope) ? CommandFaults.BadSignature
            : command is null ? CommandFaults.Garbled
            : !key.MayOrder(command) ? CommandFaults.NotAllowed
            : command.Device != deviceSegment ? CommandFaults.ForeignDevice
            : null;
    }

    private CommandCase CaseOf(CommandEnvelope envelope, Command? command) => new()
    {
        Id = command?.Id,
        Name = command?.Name,
        Device = command?.Device,
        Issuer = command?.Issuer,
        KeyId = envelope.KeyId,
        Digest = Convert.ToHexStringLower(SHA256.HashData(envelope.Payload.Span).AsSpan(0, DigestBytes)),
        Deadline = command is null ? default : DeadlineOf(command),
    };

    /// <remarks>A command that is good for years would hold its line of the ledger for years.</remarks>
    private DateTimeOffset DeadlineOf(Command command)
    {
        var oldest = command.IssuedAt > DateTimeOffset.MaxValue - settings.MaxAge ? DateTimeOffset.MaxValue : command.IssuedAt + settings.MaxAge;
        return command.NotAfter < oldest ? command.NotAfter : oldest;
    }
}
