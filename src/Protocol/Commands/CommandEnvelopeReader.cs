using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace EdgeGateway.Protocol.Commands;

/// <summary>Reads <c>{ "payload", "keyId", "signature" }</c>; never throws for what somebody sent.</summary>
public static class CommandEnvelopeReader
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = CommandLimits.EnvelopeDepth, AllowDuplicateProperties = false };

    /// <param name="message">The whole MQTT payload.</param>
    /// <param name="envelope">The envelope; whether its signature is any good is another question.</param>
    /// <param name="fault"><see cref="CommandFaults.TooLarge"/> or <see cref="CommandFaults.Garbled"/>.</param>
    public static bool TryRead(ReadOnlyMemory<byte> message, [NotNullWhen(true)] out CommandEnvelope? envelope, [NotNullWhen(false)] out string? fault)
    {
        envelope = null;
        if (message.Length > CommandLimits.EnvelopeBytes)
        {
            fault = CommandFaults.TooLarge;
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(message, s_options);
            (envelope, fault) = Read(document.RootElement);
            return fault is null && envelope is not null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Not JSON, too deep, a name twice; or a text that is not Unicode, which the framework tells by the second.
            fault = CommandFaults.Garbled;
            return false;
        }
    }

    private static (CommandEnvelope? Envelope, string? Fault) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || JsonText.Of(root, "payload", CommandLimits.EnvelopeBytes) is not { } text)
        {
            return (null, CommandFaults.Garbled);
        }

        byte[] payload = Encoding.UTF8.GetBytes(text);
        return payload.Length > CommandLimits.PayloadBytes
            ? (null, CommandFaults.TooLarge)
            : (new CommandEnvelope(payload, JsonText.Of(root, "keyId", 64), JsonText.Of(root, "signature", CommandLimits.SignatureLength)), null);
    }
}
