using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Drivers.Generic.Mqtt;

/// <summary>Reads <see cref="GenericMqttOptions"/> from a device's entry.</summary>
internal static class GenericMqttSettings
{
    private const int MostTopics = 32;

    private static readonly Words s_writeTopics = new("write 1 to 32 topic filters, for example [ \"weather/+/now\" ]", "请写 1 至 32 个主题过滤器，例如 [ \"weather/+/now\" ]");
    private static readonly Words s_notFilters = new("holds a text that is no topic filter", "含有不是主题过滤器的文本");
    private static readonly Words s_wholeBroker = new("is everything that the broker has", "会订阅代理上的全部内容");

    private static readonly Dictionary<string, bool> s_payloads = new(StringComparer.Ordinal) { ["json"] = false, ["text"] = true };
    private static readonly Dictionary<string, bool> s_retained = new(StringComparer.Ordinal) { ["take"] = true, ["drop"] = false };

    public static GenericMqttOptions Read(SettingsReader device) => new()
    {
        Broker = SiteBrokerReader.Read(device),
        Topics = ReadTopics(device),
        Map = SensorMapReader.OfDevice(device),
        IsText = device.Choice("payload", false, s_payloads),
        TakesRetained = device.Choice("retained", true, s_retained),
    };

    private static IReadOnlyList<string> ReadTopics(SettingsReader device)
    {
        var topics = device.RequiredTexts("topics", s_writeTopics);
        MapParts.Refuse(device, topics.Count > MostTopics || !topics.All(topic => MqttTopic.IsFilter(topic)), "topics", "not-filters", s_notFilters, s_writeTopics);
        MapParts.Refuse(device, topics.Contains("#"), "topics", "too-wide", s_wholeBroker, s_writeTopics);
        return topics;
    }
}
