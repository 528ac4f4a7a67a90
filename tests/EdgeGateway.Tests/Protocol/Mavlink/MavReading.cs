using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>Reads bytes to their end.</summary>
internal static class MavReading
{
    /// <summary>Message ids and faults in their order, frames copied.</summary>
    public static List<MavItem> All(MavStreamReader reader)
    {
        var items = new List<MavItem>();
        while (reader.TryRead(out var item))
        {
            items.Add(item.Fault is null ? item with { Frame = item.Frame with { Bytes = item.Frame.Bytes.ToArray() } } : item);
        }

        return items;
    }

    public static List<MavItem> Stream(params byte[][] parts)
    {
        var reader = new MavStreamReader();
        var items = new List<MavItem>();
        foreach (byte[] part in parts)
        {
            reader.Add(part);
            items.AddRange(All(reader));
        }

        reader.End();
        items.AddRange(All(reader));
        return items;
    }

    public static List<MavItem> Datagram(byte[] bytes)
    {
        var reader = new MavStreamReader();
        reader.AddDatagram(bytes);
        return All(reader);
    }

    public static string Words(IEnumerable<MavItem> items) => string.Join(' ', items.Select(item => item.Fault ?? $"{item.Frame.MessageId}"));

    public static MavFrame One(byte[] bytes) => Assert.Single(Stream(bytes)).Frame;
}
