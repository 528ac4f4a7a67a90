namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>What stands in the JSON text. Which of them it is says little: implementations disagree (plate-camera.md section 2.6).</summary>
public enum ViidKind
{
    /// <summary>There is no such member.</summary>
    Missing,

    Object,

    List,

    Text,

    Number,

    True,

    False,

    Null,
}
