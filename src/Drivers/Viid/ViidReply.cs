using System.Text;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.Viid;

/// <summary>Answers in the words of VIID.</summary>
public static class ViidReply
{
    /// <summary>ResponseStatusObject.</summary>
    public static InboxAnswer Status(int http, ViidStatus status, ViidDialect dialect) => Json(http, ViidWriter.Status(status, dialect), dialect);

    /// <summary>ResponseStatusListObject, one status an object.</summary>
    public static InboxAnswer Statuses(int http, IReadOnlyList<ViidStatus> statuses, ViidDialect dialect) => Json(http, ViidWriter.Statuses(statuses, dialect), dialect);

    public static InboxAnswer Json(int http, ReadOnlySpan<byte> body, ViidDialect dialect) => new(http, Encoding.UTF8.GetString(body), dialect.ContentType);
}
