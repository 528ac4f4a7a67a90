using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>The three disguises of a heartbeat (plate-camera.md section 3.1).</summary>
internal static class Heartbeats
{
    public static bool Recognise(Element root, string eventType) =>
        IsWord(eventType, "heartBeat")
        || (IsWord(eventType, "videoloss") && root["eventState"].Is("inactive") && root["activePostCount"].Int() is null or 0)
        || (IsWord(eventType, "other") && root["eventDescription"].Is("Heartbeat"));

    private static bool IsWord(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
