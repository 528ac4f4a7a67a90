using System.Buffers.Binary;
using System.Security.Cryptography;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>By what a message of the Hytera data port is known, and known again (pdt-radio.md section 3: never by its transport number).</summary>
internal static class RadioKeys
{
    private const long BucketSeconds = 120;

    /// <returns><c>{service}/{opcode}/{request id}/{radio}</c>, for reports with the digits of their time; what else tells two apart stands behind a tilde.</returns>
    public static string NativeId(Heard heard)
    {
        var content = heard.Content;
        string service = content.Service.ToString().ToUpperInvariant();
        int opcode = content.Service == HdapService.Tmp ? content.Opcode & 0xFF : content.Opcode;
        string digits = content is LpReport { Gps.TimeDigits: { Length: > 0 } told } ? "/" + told : string.Empty;
        return FormattableString.Invariant($"{service}/{opcode:x4}/{RequestOf(content):x8}/{RadioOf(heard) ?? 0}{digits}{Beside(heard)}");
    }

    /// <summary>
    /// By what a repeat is known after a restart too. Request ids begin anew when a radio restarts, so the key lives two minutes only;
    /// what tells a state or a delivery has no id at all and is never a repeat here.
    /// </summary>
    /// <param name="native">See <see cref="NativeId"/>.</param>
    /// <param name="heard">The message.</param>
    /// <param name="turn">Distinguishes a registration from the one before the radio went, and an emergency from the one before the end.</param>
    public static string RepeatKey(string native, Heard heard, int turn) => IsRepeatable(heard.Content)
        ? FormattableString.Invariant($"{native}\n{Digest(heard.Message)}\n{turn}\n{heard.Received.ToUnixTimeSeconds() / BucketSeconds}")
        : FormattableString.Invariant($"{native}\n{heard.Received.UtcTicks}");

    /// <summary>Whether the same bytes again are the same message again. A channel that is used twice says the same twice.</summary>
    public static bool IsRepeatable(HdapContent content) => content is RrsContent or LpContent or TmpContent || EmergencySign.IsReportOfAnotherSize(content);

    /// <summary>Whether a message is about the radio on this link without naming it.</summary>
    public static bool IsOfOwn(HdapContent content) => content is RcpContent and not (RcpCallStatus { IsOwn: false } or RcpRepeaterStatus);

    /// <summary>Sixteen hex digits.</summary>
    public static string Digest(HdapMessage message)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message.Payload.Span, digest);
        return Convert.ToHexStringLower(digest[..8]);
    }

    /// <returns>The radio that a message is about; null when it does not say.</returns>
    public static long? RadioOf(Heard heard) => heard.Content switch
    {
        RrsContent rrs => rrs.Radio.Id,
        LpContent lp => lp.Radio.Id,
        TmpMessage text => text.Sender.Id,
        TmpAck ack => ack.Destination.Id,
        DdsState dds => dds.Radio.Id,
        RcpCallStatus { IsOwn: false } call => call.Source & RadioIp.HighestId,
        RcpRepeaterStatus { Sender: > 0 } repeater => repeater.Sender & RadioIp.HighestId,
        RcpRepeaterStatus => null,
        RcpContent => heard.OwnId,
        _ when EmergencySign.IsReportOfAnotherSize(heard.Content) => RadioIp.Of(BinaryPrimitives.ReadUInt32BigEndian(heard.Message.Payload.Span)).Id,
        _ => null,
    };

    private static uint RequestOf(HdapContent content) => content switch
    {
        LpContent lp => lp.RequestId ?? 0,
        TmpContent tmp => tmp.RequestId,
        _ => 0,
    };

    private static string Beside(Heard heard) => heard.Content switch
    {
        RcpCallStatus call => FormattableString.Invariant($"~{(int)call.Process}/{(int)call.CallType}/{call.Target}"),
        RcpRepeaterStatus repeater => FormattableString.Invariant($"~{repeater.Status}/{repeater.Carries}/{repeater.CallTypeRaw}/{repeater.Target}"),
        RcpStatusReport report => FormattableString.Invariant($"~{(int)report.Item}/{report.Value}"),
        RcpReadParameterReply parameter => FormattableString.Invariant($"~{(int)parameter.Parameter}/{parameter.Value}"),
        DdsState dds => FormattableString.Invariant($"~{dds.OriginalOpcode:x4}/{(int)dds.Result}"),
        _ => string.Empty,
    };
}
