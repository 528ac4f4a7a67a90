using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Tests.Protocol.Hytera;

/// <summary>Reads what a published message says, whatever it is wrapped in, and proves on the way that writing it gives the same bytes.</summary>
internal static class Said
{
    public static T By<T>(string hex)
        where T : HdapContent
    {
        var bytes = HyteraVectors.Bytes(hex);
        byte[] inner = hex.StartsWith("7e", StringComparison.Ordinal) ? HrnpFrame.TryRead(bytes, out _)!.Payload.ToArray()
            : hex.StartsWith("3242", StringComparison.Ordinal) ? HstrpFrame.TryRead(bytes, out _)!.Payload.ToArray() : bytes;
        var message = HdapMessage.TryRead(inner, out string? fault)!;
        Assert.Null(fault);
        var content = Assert.IsType<T>(HdapContent.Read(message));
        Assert.Equal(Convert.ToHexStringLower(inner), Hex(content, message.Reliable));
        return content;
    }

    public static string Hex(HdapContent content, bool reliable = false) => Convert.ToHexStringLower(HdapMessage.Write(content.ToMessage(reliable)));

    /// <summary>Reads a payload that no public frame shows.</summary>
    public static HdapContent Payload(HdapService service, int opcode, string hex) => HdapContent.Read(new HdapMessage(service, false, (ushort)opcode, Convert.FromHexString(hex)));
}
