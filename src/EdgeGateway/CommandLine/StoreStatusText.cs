using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary>The store in figures, as a person reads them and as a program does.</summary>
internal static class StoreStatusText
{
    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    public static Words Plain(StoreStatus status, string folder)
    {
        string lanes = string.Join(", ", s_lanes.Select(lane => FormattableString.Invariant($"{LaneNames.Of(lane)} {status.Waiting[(int)lane]}")));
        string oldest = Oldest(status) ?? "-";
        string earlier = string.Join(", ", status.Epochs.SkipLast(1).Select(static epoch => FormattableString.Invariant($"{epoch.Epoch} (1-{epoch.Head})")));
        earlier = earlier.Length > 0 ? earlier : "-";
        return new Words(
            FormattableString.Invariant($"""
                Store {folder}, epoch {status.Epoch}, last number {status.SeqHead}
                Readings that wait for delivery: {lanes}
                Pictures that wait: {status.MediaWaiting} ({status.MediaBytes} bytes), kept until asked for: {status.MediaKept} ({status.MediaKeptBytes} bytes), missing: {status.MediaMissing}
                Parked, never to be delivered as they are: {status.Parked} ({status.ParkedBytes} bytes)
                Oldest that waits: {oldest}
                {ForecastText.Plain(status.Forecast).En}
                Earlier epochs and their numbers: {earlier}
                """),
            FormattableString.Invariant($"""
                存储 {folder}，纪元 {status.Epoch}，最后编号 {status.SeqHead}
                等待发送的记录：{lanes}
                等待发送的图片：{status.MediaWaiting}（{status.MediaBytes} 字节），按需保留：{status.MediaKept}（{status.MediaKeptBytes} 字节），缺失：{status.MediaMissing}
                已搁置、无法按原样发送：{status.Parked}（{status.ParkedBytes} 字节）
                最早的等待记录：{oldest}
                {ForecastText.Plain(status.Forecast).Zh}
                以前的纪元及其编号：{earlier}
                """));
    }

    /// <returns>One line; <c>oldest</c> is absent when nothing waits.</returns>
    public static string Json(StoreStatus status) => JsonLine.Write(json =>
    {
        json.WriteString("epoch"u8, status.Epoch);
        json.WriteNumber("seqHead"u8, status.SeqHead);
        json.WriteStartObject("waiting"u8);
        foreach (var lane in s_lanes)
        {
            json.WriteNumber(LaneNames.Of(lane), status.Waiting[(int)lane]);
        }

        json.WriteEndObject();
        json.WriteNumber("parcelsOpen"u8, status.Parcels.Open);
        json.WriteNumber("parcels"u8, status.Parcels.All);
        json.WriteStartObject("bytes"u8);
        foreach (var lane in s_lanes)
        {
            json.WriteNumber(LaneNames.Of(lane), status.Bytes[(int)lane]);
        }

        json.WriteEndObject();
        json.WriteNumber("parked"u8, status.Parked);
        json.WriteNumber("parkedBytes"u8, status.ParkedBytes);
        json.WriteNumber("mediaWaiting"u8, status.MediaWaiting);
        json.WriteNumber("mediaBytes"u8, status.MediaBytes);
        json.WriteNumber("mediaKept"u8, status.MediaKept);
        json.WriteNumber("mediaKeptBytes"u8, status.MediaKeptBytes);
        json.WriteNumber("mediaMissing"u8, status.MediaMissing);
        WriteEpochs(json, status.Epochs);
        if (Oldest(status) is { } oldest)
        {
            json.WriteString("oldest"u8, oldest);
        }

        ForecastText.Write(json, status.Forecast);
    });

    private static void WriteEpochs(Utf8JsonWriter json, IReadOnlyList<StoreEpoch> epochs)
    {
        json.WriteStartArray("epochs"u8);
        foreach (var epoch in epochs)
        {
            json.WriteStartObject();
            json.WriteString("epoch"u8, epoch.Epoch);
            json.WriteNumber("base"u8, epoch.Base);
            if (epoch.Head is { } head)
            {
                json.WriteNumber("head"u8, head);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Oldest(StoreStatus status) => status.Oldest is { } oldest ? UtcMilliseconds.Text(oldest) : null;
}
