using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary>How long the store holds, in one sentence and in figures.</summary>
internal static class ForecastText
{
    public static Words Plain(StoreForecast? forecast) => forecast switch
    {
        null => new("Forecast: not known yet, the gateway has to run for some minutes", "预测：暂无，网关需运行几分钟"),
        { Hours: { } hours } => new(
            FormattableString.Invariant($"At the present rate ({forecast.BytesPerSecond:0} bytes/s) this disk holds {hours:0.#} h; the first limit is {forecast.First}. {Flash(forecast).En}"),
            FormattableString.Invariant($"按当前速率（{forecast.BytesPerSecond:0} 字节/秒），本机还可存 {hours:0.#} 小时；最先达到的限制：{forecast.First}。{Flash(forecast).Zh}")),
        _ => new("Forecast: nothing comes in at present", "预测：当前没有数据进入"),
    };

    /// <summary>Adds <c>forecast</c> when there is one; what is not known is left out.</summary>
    public static void Write(Utf8JsonWriter json, StoreForecast? forecast)
    {
        if (forecast is null)
        {
            return;
        }

        json.WriteStartObject("forecast"u8);
        json.WriteNumber("bytesPerSecond"u8, Math.Round(forecast.BytesPerSecond, 1));
        json.WriteNumber("free"u8, forecast.Free);
        WriteIfKnown(json, "hours", forecast.Hours);
        if (forecast.First is { } first)
        {
            json.WriteString("first"u8, first);
        }

        WriteIfKnown(json, "writtenPerReading", forecast.WrittenPerReading);
        WriteIfKnown(json, "flashYears", forecast.FlashYears);
        json.WriteEndObject();
    }

    private static Words Flash(StoreForecast forecast) => forecast is { WrittenPerReading: { } written, FlashYears: { } years }
        ? new(
            FormattableString.Invariant($"Written to the disk for each reading: {written:0} bytes; its endurance lasts {years:0.#} years"),
            FormattableString.Invariant($"每条记录写盘 {written:0} 字节；闪存寿命约 {years:0.#} 年"))
        : new(string.Empty, string.Empty);

    private static void WriteIfKnown(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, Math.Round(known, 2));
        }
    }
}
