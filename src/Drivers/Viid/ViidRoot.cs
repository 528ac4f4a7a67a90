using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.HttpAuth;
using EdgeGateway.Protocol.Viid.Ids;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.Viid;

/// <summary>
/// The root <c>/VIID</c> of the device inbox, shared by every driver that speaks GA/T 1400: who sends is User-Identify, else the
/// user of a Digest, else the DeviceID in a Register body (plate-camera.md sections 2.1 and 2.2).
/// </summary>
public static class ViidRoot
{
    public static readonly InboxRoot Value = new()
    {
        Name = "VIID",
        IdentityOf = IdentityOf,
        IdentityInBody = (_, body) => ViidDocument.Read(body, null, out string? _) is { } document ? ViidSession.DeviceId(document) : null,
        IsForAnybody = head => head.Method == "GET" && ViidPath.Of(head.Path).Is("System", "Time"),
        Unknown = head => ViidReply.Status(404, new ViidStatus { RequestUrl = head.Path, Code = ViidStatusCodes.InvalidOperation, Text = "Unknown Device" }, ViidDialect.Standard),
    };

    private static string? IdentityOf(InboxHead head)
    {
        if (head["User-Identify"]?.Trim() is { Length: > 0 } identity)
        {
            return identity;
        }

        // A login name of the operator's choice names nobody here.
        return DigestAuthorization.Read(head["Authorization"])?.User is { } user && ViidDeviceCode.Parse(user) is not null ? user : null;
    }
}
