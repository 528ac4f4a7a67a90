using System.Text;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>One body that a camera posts (plate-camera.md section 4.2).</summary>
/// <param name="Kind">What it is, by what is in it; the path is editable and proves nothing.</param>
/// <param name="Root">Its fields.</param>
/// <param name="Passage">With <see cref="NotificationKind.TollgateInfo"/>.</param>
/// <param name="Fault">With <see cref="NotificationKind.Broken"/>: a word of <see cref="DahuaFaults"/>.</param>
public sealed record Notification(NotificationKind Kind, DahuaNode Root, TollgateInfo? Passage = null, string? Fault = null)
{
    /// <param name="body">Bytes of the body.</param>
    /// <param name="charset">Parameter <c>charset</c> of its Content-Type, or null.</param>
    public static Notification Read(ReadOnlyMemory<byte> body, string? charset)
    {
        var ((root, fault), guessed) = Plain(body.Span, charset) is { } plain
            ? (plain, false)
            : TextOpinion.Of(body.Span, charset, static text => Parse(Encoding.UTF8.GetBytes(text)), static read => Plate(read.Root));
        return root is null
            ? new Notification(NotificationKind.Broken, DahuaNode.Missing, null, fault)
            : Of(root, body, guessed);
    }

    private static Notification Of(DahuaNode root, ReadOnlyMemory<byte> body, bool guessed) =>
        TollgateInfo.Of(root, body, guessed) is { } passage ? new Notification(NotificationKind.TollgateInfo, root, passage)
        : root["Active"].Is("keepAlive") ? new Notification(NotificationKind.KeepAlive, root)
        : new Notification(IsOfDevice(root) ? NotificationKind.DeviceInfo : NotificationKind.Other, root);

    private static bool IsOfDevice(DahuaNode root) =>
        root["DeviceInfo"].Exists || root["DeviceID"].Exists || root["DeviceName"].Exists || root["DeviceModel"].Exists;

    // Megabytes of base64 are not to be turned into text and back when the bytes are UTF-8 and their plate raises no doubt.
    private static (DahuaNode? Root, string? Fault)? Plain(ReadOnlySpan<byte> body, string? charset)
    {
        bool other = charset?.Trim().ToLowerInvariant() is not (null or "" or "utf-8" or "utf8");
        if (other || body is [0xEF or 0xFE or 0xFF, ..] || !System.Text.Unicode.Utf8.IsValid(body))
        {
            return null;
        }

        var read = Parse(body);
        return Plate(read.Root) is { } plate && PlateBytes.Better(plate) is not null ? null : read;
    }

    private static string? Plate(DahuaNode? root) => root?["Picture"]["Plate"]["PlateNumber"].Text;

    private static (DahuaNode? Root, string? Fault) Parse(ReadOnlySpan<byte> utf8)
    {
        int start = utf8.IndexOf((byte)'{');
        return start < 0 ? (null, DahuaFaults.Json) : (DahuaJson.Read(utf8[start..], out _, out string? fault), fault);
    }
}

/// <summary>Kinds of <see cref="Notification"/>.</summary>
public enum NotificationKind
{
    /// <summary>A vehicle.</summary>
    TollgateInfo,

    /// <summary>A sign of life.</summary>
    KeepAlive,

    /// <summary>Facts about the camera.</summary>
    DeviceInfo,

    /// <summary>JSON that says something else.</summary>
    Other,

    /// <summary>No JSON, or JSON beyond the bounds.</summary>
    Broken,
}
