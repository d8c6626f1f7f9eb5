"""How other trimmers are asked to fit a chat history into a budget; see trimmers.py.

Each function takes histories as JSON texts, a budget and a counter of messages, and gives back the messages it keeps for
each history and the seconds of processor it took, reading and writing JSON included.
"""
import asyncio
import json
import os
import time


def timed(histories, fit):
    answers, start = [], time.process_time()
    for history in histories:
        answers.append(json.dumps(fit(json.loads(history))))
    return [json.loads(answer) for answer in answers], time.process_time() - start


def langchain(histories, budget, count, **options):
    """The newest messages and the system message; as recommended it begins with a person."""
    from langchain_core.messages import convert_to_messages, convert_to_openai_messages, trim_messages

    def fit(history):
        kept = trim_messages(
            convert_to_messages(history), max_tokens=budget, strategy="last", include_system=True,
            token_counter=lambda messages: count(convert_to_openai_messages(messages)), **options)
        return convert_to_openai_messages(kept)

    return timed(histories, fit)


def litellm(histories, budget, count):
    """Its own counter, with the prices that came with the package."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    from litellm.utils import trim_messages

    return timed(histories, lambda history: trim_messages(history, model="gpt-4o", max_tokens=budget))


def autogen(histories, budget, count):
    """TokenLimitedChatCompletionContext, which takes messages from the middle."""
    from autogen_core import FunctionCall, model_context, models

    class Counter:
        def count_tokens(self, messages, tools=()):
            return count([entry for message in messages for entry in to_chat(message)])

    def from_chat(message, names):
        content = message.get("content") or ""
        if message["role"] == "system":
            return models.SystemMessage(content=content)
        if message["role"] == "user":
            return models.UserMessage(content=content, source="user")
        if message["role"] == "tool":
            identity = message["tool_call_id"]
            result = models.FunctionExecutionResult(
                content=content, name=names.get(identity, ""), call_id=identity)
            return models.FunctionExecutionResultMessage(content=[result])
        calls = [
            FunctionCall(id=call["id"], name=call["function"]["name"], arguments=call["function"]["arguments"])
            for call in message.get("tool_calls") or []]
        names.update((call.id, call.name) for call in calls)
        return models.AssistantMessage(content=calls or content, thought=content or None, source="assistant")

    def to_chat(message):
        if isinstance(message, models.SystemMessage):
            return [{"role": "system", "content": message.content}]
        if isinstance(message, models.UserMessage):
            return [{"role": "user", "content": message.content}]
        if isinstance(message, models.FunctionExecutionResultMessage):
            return [{"role": "tool", "tool_call_id": r.call_id, "content": r.content} for r in message.content]
        if isinstance(message.content, str):
            return [{"role": "assistant", "content": message.content}]
        calls = [
            {"id": c.id, "type": "function", "function": {"name": c.name, "arguments": c.arguments}}
            for c in message.content]
        return [{"role": "assistant", "content": message.thought, "tool_calls": calls}]

    def fit(history):
        names = {}
        context = model_context.TokenLimitedChatCompletionContext(
            Counter(), token_limit=budget, initial_messages=[from_chat(message, names) for message in history])
        kept = asyncio.run(context.get_messages())
        return [entry for message in kept for entry in to_chat(message)]

    return timed(histories, fit)


ALL = {
    "LangChain, as recommended": lambda *given: langchain(*given, start_on="human"),
    "LangChain, without start_on": langchain,
    "LiteLLM": litellm,
    "AutoGen": autogen,
}
