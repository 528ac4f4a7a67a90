using System.Text.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Protocol.Viid.Writing;

/// <summary>Subscriptions, dispositions and the heads of their notifications; what is null is left out.</summary>
internal static class ViidRequestWriter
{
    public static void Head(Utf8JsonWriter json, ViidNotice notice, string about)
    {
        json.WriteString("NotificationID", notice.Id);
        json.WriteString(about, notice.About);
        json.WriteString("Title", notice.Title);
        json.WriteString("TriggerTime", notice.TriggerTime);
    }

    public static void Write(Utf8JsonWriter json, ViidSubscribe subscribe)
    {
        json.WriteStartObject();
        Text(json, "SubscribeID", subscribe.Id);
        Text(json, "Title", subscribe.Title);
        Text(json, "SubscribeDetail", subscribe.Detail);
        Number(json, "ResourceClass", subscribe.ResourceClass);
        Text(json, "ResourceURI", subscribe.ResourceUri);
        Text(json, "ApplicantName", subscribe.ApplicantName);
        Text(json, "ApplicantOrg", subscribe.ApplicantOrg);
        Text(json, "BeginTime", subscribe.BeginTime);
        Text(json, "EndTime", subscribe.EndTime);
        Text(json, "ReceiveAddr", subscribe.ReceiveAddr);
        Number(json, "ReportInterval", subscribe.ReportInterval);
        Text(json, "Reason", subscribe.Reason);
        Number(json, "OperateType", subscribe.OperateType);
        Number(json, "SubscribeStatus", subscribe.Status);
        Text(json, "ResultImageDeclare", subscribe.ResultImageDeclare);
        Text(json, "ResultFeatureDeclare", subscribe.ResultFeatureDeclare);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ViidDisposition disposition)
    {
        json.WriteStartObject();
        Text(json, "DispositionID", disposition.Id);
        Text(json, "Title", disposition.Title);
        Number(json, "DispositionCategory", disposition.Category);
        Text(json, "TargetFeature", disposition.TargetFeature);
        Text(json, "TargetImageURI", disposition.TargetImageUri);
        Number(json, "PriorityLevel", disposition.PriorityLevel);
        Text(json, "ApplicantName", disposition.ApplicantName);
        Text(json, "ApplicantInfo", disposition.ApplicantInfo);
        Text(json, "ApplicantOrg", disposition.ApplicantOrg);
        Text(json, "BeginTime", disposition.BeginTime);
        Text(json, "EndTime", disposition.EndTime);
        Number(json, "OperateType", disposition.OperateType);
        Number(json, "DispositionStatus", disposition.Status);
        Number(json, "DispositionRange", disposition.Range);
        Text(json, "TollgateList", disposition.TollgateList);
        Text(json, "DispositionArea", disposition.Area);
        Text(json, "ReceiveAddr", disposition.ReceiveAddr);
        Text(json, "Reason", disposition.Reason);
        Text(json, "PlateClass", disposition.PlateClass);
        Text(json, "PlateColor", disposition.PlateColor);
        json.WriteEndObject();
    }

    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
