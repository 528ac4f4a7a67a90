using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Takes out of a payload what the message is read for.</summary>
internal static class XfsPayload
{
    /// <param name="message">Its head.</param>
    /// <param name="payload">Undefined when there is none.</param>
    public static XfsRead Take(XfsMessage message, JsonElement payload)
    {
        var picks = new XfsPicks();
        var taken = message.Kind switch
        {
            XfsMessageKind.Acknowledge => message.Command is null ? null : message,
            XfsMessageKind.Completion => message.Command is null ? null : Completion(message, payload, picks),
            _ when message.Name == XfsNames.ServiceDetail => message with { Services = XfsServicesReader.Read(payload, picks) },
            _ => XfsFacts.Known(message.Name) is null ? null : message with { Fact = XfsFacts.Read(message.Name, payload, picks) },
        };
        return taken is null ? new XfsRead(null, XfsFaults.UnknownMessage) : new XfsRead(taken with { Ignored = picks.Ignored, Refused = picks.Refused });
    }

    /// <summary>What was not done says nothing.</summary>
    private static XfsMessage Completion(XfsMessage message, JsonElement payload, XfsPicks picks) => message switch
    {
        { Completion.Next: not XfsNext.Use } => message,
        { Command: var command } when command == XfsCommand.GetServices => message with { Services = XfsServicesReader.Read(payload, picks) },
        { Command: var command } when command == XfsCommand.Capabilities => message with { Capabilities = XfsCapabilitiesReader.Read(payload, picks) },
        { Command: var command } when command == XfsCommand.Status => message with { Status = XfsTreeReader.Read(payload, picks) },
        _ => message with { Storage = XfsStorageReader.Read(payload.Pick("storage"), picks) },
    };
}
