using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace Yttl.DurableExtension.Specs.Hosting;

/// <summary>
/// Makes the class that the extension finds its functions in: one method for each name, which hands the call to the
/// <see cref="LanguageWorker"/>. The Functions host makes such a class for every worker in another process.
/// </summary>
internal static class FunctionClass
{
    public static Type Make(IEnumerable<string> orchestrations, IEnumerable<string> activities)
    {
        var type = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Functions")
            .DefineType("Functions", TypeAttributes.Public);
        var worker = type.DefineField("_worker", typeof(LanguageWorker), FieldAttributes.Private);
        var make = type
            .DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(LanguageWorker)])
            .GetILGenerator();
        make.Emit(OpCodes.Ldarg_0);
        make.Emit(OpCodes.Call, typeof(object).GetConstructor([])!);
        make.Emit(OpCodes.Ldarg_0);
        make.Emit(OpCodes.Ldarg_1);
        make.Emit(OpCodes.Stfld, worker);
        make.Emit(OpCodes.Ret);
        foreach (var name in orchestrations)
            Add(type, worker, name, typeof(OrchestrationTriggerAttribute), nameof(LanguageWorker.Orchestrate));
        foreach (var name in activities)
            Add(type, worker, name, typeof(ActivityTriggerAttribute), nameof(LanguageWorker.ActAsync));
        return type.CreateType();
    }

    /// <summary>Adds a method of the parameters of <paramref name="call"/> but its first, the name.</summary>
    private static void Add(TypeBuilder type, FieldInfo worker, string name, Type trigger, string call)
    {
        var target = typeof(LanguageWorker).GetMethod(call)!;
        ParameterInfo[] parameters = [.. target.GetParameters().Skip(1)];
        var method = type.DefineMethod(
            name, MethodAttributes.Public, target.ReturnType, [.. parameters.Select(parameter => parameter.ParameterType)]);
        method.SetCustomAttribute(
            new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [name]));
        foreach (var (index, parameter) in parameters.Index())
        {
            var defined = method.DefineParameter(index + 1, ParameterAttributes.None, parameter.Name);
            if (index == 0)
                defined.SetCustomAttribute(new CustomAttributeBuilder(trigger.GetConstructor([])!, []));
        }

        var body = method.GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldfld, worker);
        body.Emit(OpCodes.Ldstr, name);
        for (var index = 1; index <= parameters.Length; index++)
            body.Emit(OpCodes.Ldarg, (short)index);
        body.Emit(OpCodes.Call, target);
        body.Emit(OpCodes.Ret);
    }
}
