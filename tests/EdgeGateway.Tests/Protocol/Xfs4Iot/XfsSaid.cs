using System.Text;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>Makes messages that are good, and reads them.</summary>
internal static class XfsSaid
{
    public static XfsMessage Completion(string name, string payload) =>
        Read($$$$"""{"header":{"name":"{{{{name}}}}","requestId":3,"type":"completion","version":"2.0","completionCode":"success"},"payload":{{{{payload}}}}}""");

    public static XfsFact Event(string name, string payload) =>
        Read($$$$"""{"header":{"name":"{{{{name}}}}","type":"event","version":"2.0"},"payload":{{{{payload}}}}}""").Fact!;

    private static XfsMessage Read(string text) => XfsReader.Read(Encoding.UTF8.GetBytes(text)).Message!;
}
